import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findVolumeTerms } from '@/db/queries/volume-terms.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import { EVENT_COLUMNS, readEvent } from '@/lib/intake/read-event.ts';
import { keyOfEvent, storeEvents } from './events/store-events.ts';
import { coverageOf, keepTableRun } from './importing/keep-table-run.ts';
import { openSheet } from './importing/open-sheet.ts';
import { readSheet } from './importing/read-sheet.ts';

const MOST_EVENTS = 5000;

/**
 * Brings a CSV file of events into the record, whole or not at all. Rows that cannot be read are kept with their line
 * and reason; the same file again changes nothing. Answers with the number of the import.
 * @throws Forbidden without the right; Invalid when the file cannot be used, and then nothing is written
 */
export async function importEvents(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { path, fileName }: { path: string; fileName: string },
  now: Date,
): Promise<number> {
  demand(viewer, 'import', 'Only an administrator may import events.');
  const { facts, rows } = await openSheet(path, EVENT_COLUMNS);
  if (rows.length > MOST_EVENTS) throw new Invalid([{ field: 'file', message: TOO_MANY }]);
  return records.transaction(async (tx) => {
    const { teams } = await findVolumeTerms(tx, now);
    const { entries, merged, rejected, problems } = readSheet(rows, {
      read: (said) => readEvent(said, teams),
      keyOf: keyOfEvent,
      disputed: (lines) => `says another last day or other teams for the same event than line ${lines}`,
    });
    const stored = await storeEvents(tx, entries);
    const counters = { read: rows.length, merged, rejected, ...stored };
    const coverage = coverageOf(entries.map(({ day }) => day));
    const run = { subject: 'events', fileName, facts, counters, coverage, problems } as const;
    return keepTableRun(tx, viewer, run, now);
  });
}

const TOO_MANY = 'This file has more than 5,000 events. Nothing was imported; charts can carry far fewer.';
