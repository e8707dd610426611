import { benchmarkQueries } from '@/db/benchmark/benchmark-filters.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { open, type Place } from './subjects.ts';

/** The record, with noon after its last day as the present. */
export async function choosePlace(record: RecordDatabase): Promise<Place> {
  const everything = await open('period=all', { record, now: Date.now() });
  await everything.snapshot.close();
  if (!everything.coverage) throw new Error('there are no incidents to measure');
  return { record, now: Date.parse(`${everything.coverage.until}T12:00:00Z`) };
}

/** So many filters under which there is something, the same each time for the same record. */
export async function chooseQueries(place: Place, count: number): Promise<string[]> {
  const everything = await open('period=all', place);
  const { vocabularies, coverage, snapshot, viewer } = everything;
  if (!coverage) throw new Error('there are no incidents to measure');
  await snapshot.close();
  const queries: string[] = [];
  for (const query of benchmarkQueries(4 * count, { vocabularies, coverage, seed: 7 })) {
    if (queries.length === count) break;
    const reading = await open(query, place);
    const shown = await countIncidents(reading.snapshot, viewer, reading.asked);
    await reading.snapshot.close();
    if (shown > 0) queries.push(query);
  }
  if (queries.length < count) throw new Error(`only ${queries.length} of ${count} filters show something`);
  return queries;
}
