import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { hasIncidents } from '@/db/queries/sample.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LoadedSample } from './load-sample.ts';
import { loadWorkspaceSample } from './load-workspace-sample.ts';

/**
 * Loads the sample where Lookback is set up, if the record holds nothing yet.
 * @param incidents about so many; its usual size
 * @returns null where there are incidents already, since its figures and theirs would mix
 */
export async function loadFirstSample(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  now: Date,
  incidents?: number,
): Promise<LoadedSample | null> {
  return (await hasIncidents(records)) ? null : loadWorkspaceSample(records, viewer, now, incidents);
}
