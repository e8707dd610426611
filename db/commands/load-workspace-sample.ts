import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { toLocal } from '@/lib/intake/zones.ts';
import { type LoadedSample, loadSample, SAMPLE_SEED, SAMPLE_SIZE } from './load-sample.ts';

/**
 * Loads the sample as it comes: up to yesterday, in the workspace's zone and currency.
 * @param incidents about so many; its usual size
 */
export async function loadWorkspaceSample(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  now: Date,
  incidents: number = SAMPLE_SIZE,
): Promise<LoadedSample> {
  const workspace = await findWorkspace(records);
  const timeZone = workspace?.timeZone ?? 'UTC';
  return loadSample(records, viewer, {
    seed: SAMPLE_SEED,
    incidents,
    until: toLocal(now.getTime(), timeZone).on,
    timeZone,
    currency: workspace?.currency ?? 'USD',
  });
}
