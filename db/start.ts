import { seedTaxonomies } from './commands/seed-taxonomies.ts';
import { migrate } from './migrate.ts';
import { type OpenRecords, records } from './records.ts';

/**
 * The record of this process, open, with the schema and the vocabularies that this program needs: how the web program
 * and every command begin. Throws CannotStart, or InvalidEnv with every wrong setting at once.
 */
export async function startRecords(): Promise<OpenRecords> {
  const opened = await records();
  await migrate(opened);
  await seedTaxonomies(opened.records);
  return opened;
}
