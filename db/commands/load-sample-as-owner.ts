import { drizzle } from 'drizzle-orm/postgres-js';
import { connectOnce } from '@/db/connect.ts';
import { noteChange } from '@/db/facts/facts.ts';
import type { OpenRecords } from '@/db/records.ts';
import type { SamplePlan } from '@/db/seed/generate.ts';
import type { Viewer } from '@/lib/access.ts';
import { type LoadedSample, loadSample } from './load-sample.ts';

/**
 * Loads the sample by the role that owns the schema, which may be allowed to check foreign keys for all rows at once;
 * a large sample is in nearly twice as soon then.
 * @throws like `loadSample`
 */
export async function loadSampleAsOwner(
  { records, ownerUrl }: Pick<OpenRecords, 'records' | 'ownerUrl'>,
  viewer: Viewer,
  plan: SamplePlan,
  onProgress?: (incidents: number) => void,
): Promise<LoadedSample> {
  const owner = connectOnce(ownerUrl, 'lookback sample');
  try {
    const loaded = await loadSample(drizzle(owner), viewer, plan, onProgress);
    noteChange(records);
    return loaded;
  } finally {
    await owner.end({ timeout: 5 });
  }
}
