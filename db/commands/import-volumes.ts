import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { findVolumeTerms } from '@/db/queries/volume-terms.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { readVolume, VOLUME_COLUMNS } from '@/lib/intake/read-volume.ts';
import { coverageOf, keepTableRun } from './importing/keep-table-run.ts';
import { openSheet } from './importing/open-sheet.ts';
import { readSheet } from './importing/read-sheet.ts';
import { keepVolumeChanges } from './volumes/keep-volume-changes.ts';
import { countStored, keyOf, storeVolumes } from './volumes/store-volumes.ts';

/**
 * Brings a CSV file of contact volumes into the record, whole or not at all: day, team, channel, contacts. Rows that
 * cannot be read are kept with their line and reason; the same file again changes nothing. Answers with the number of
 * the import, by which it can be undone.
 * @throws Forbidden without the right; Invalid when the file cannot be used, and then nothing is written
 */
export async function importVolumes(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { path, fileName }: { path: string; fileName: string },
  now: Date,
): Promise<number> {
  demand(viewer, 'import', 'Only an administrator may import contact volumes.');
  const { facts, rows } = await openSheet(path, VOLUME_COLUMNS);
  const importRunId = await records.transaction(async (tx) => {
    const terms = await findVolumeTerms(tx, now);
    const { entries, merged, rejected, problems } = readSheet(rows, {
      read: (said) => readVolume(said, terms),
      keyOf,
      disputed: (lines) =>
        `says other contacts for this day, team and channel than line ${lines}; give one row with their sum`,
    });
    const stored = await storeVolumes(tx, entries, now);
    const counters = { read: rows.length, merged, rejected, ...countStored(stored) };
    const coverage = coverageOf(entries.map(({ day }) => day));
    const run = { subject: 'contact_volumes', fileName, facts, counters, coverage, problems } as const;
    const id = await keepTableRun(tx, viewer, run, now);
    await keepVolumeChanges(tx, id, stored);
    return id;
  });
  noteChange(records);
  return importRunId;
}
