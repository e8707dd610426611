import type { Records } from '@/db/facts/snapshot.ts';
import { workspace } from '@/db/schema/organisation.ts';

/** The workspace that a report belongs to, in UTC unless a test is about zones. */
export async function makeWorkspace(records: Records, timeZone = 'UTC'): Promise<void> {
  await records
    .insert(workspace)
    .values({ name: 'Test workspace', timeZone, country: 'GB', currency: 'GBP', madeAt: new Date(0) });
}
