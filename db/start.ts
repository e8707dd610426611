import type { Viewer } from '@/lib/access.ts';
import { closeAbandonedRuns } from './commands/importing/import-ledger.ts';
import { seedTaxonomies } from './commands/seed-taxonomies.ts';
import { migrate } from './migrate.ts';
import { type OpenRecords, records } from './records.ts';

/** What the audit log names when nobody asked for a change. */
const THE_PROGRAM: Viewer = { actor: 'lookback', roles: [], teams: 'all' };

/**
 * The record of this process, open, with the schema and the vocabularies that this program needs: how the web program
 * and every command begin. Imports that a program left unfinished are closed as stopped. Throws CannotStart, or InvalidEnv with every wrong setting at once.
 */
export async function startRecords(): Promise<OpenRecords> {
  return prepareRecords(await records());
}

/** The same for a record that is not the one of this process's settings. */
export async function prepareRecords(opened: OpenRecords): Promise<OpenRecords> {
  await closeOnFailure(opened, async () => {
    await migrate(opened);
    await seedTaxonomies(opened.records);
    await closeAbandonedRuns(opened.records, THE_PROGRAM, new Date());
  });
  return opened;
}

/** Does what needs the record, and leaves it when that fails: the embedded server would stay behind otherwise. */
export async function closeOnFailure<T>(opened: OpenRecords, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await opened.close();
    throw error;
  }
}
