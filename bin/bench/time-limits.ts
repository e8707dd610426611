import { limitOf } from '@/db/benchmark/limits.ts';
import { OVERVIEW_PARTS } from '@/db/benchmark/overview-parts.ts';
import { statementsOf } from '@/db/benchmark/own-statements.ts';
import type { Facts } from '@/db/facts/facts.ts';
import { cardMeasures } from '@/db/queries/workspace-settings.ts';
import type { Compared } from './result.ts';
import { open, type Place } from './subjects.ts';
import { timeEach } from './time-each.ts';

/**
 * For each part of the overview the time of the least that the copy must be asked for it: one statement written by hand,
 * or what the part itself asks where there is none yet.
 */
export async function timeLimits(
  facts: Facts,
  place: Place,
  queries: readonly string[],
  warm: number,
): Promise<Map<string, NonNullable<Compared['limit']>>> {
  const limits = new Map<string, NonNullable<Compared['limit']>>();
  for (const part of OVERVIEW_PARTS) {
    let isByHand = true;
    const times = await timeEach(queries, warm, {
      before: async (query) => {
        const reading = await open(query, place);
        const copy = await facts.open();
        if (!copy) throw new Error('the copy of the facts is gone');
        const limit = limitOf(part, reading, await cardMeasures(place.record));
        isByHand = limit !== null;
        const statements = limit ? [limit] : await statementsOf(part, reading, copy.reader);
        return { reading, reader: copy.reader, statements };
      },
      run: async ({ reader, statements }) => {
        for (const { text, parameters } of statements) await reader.ask(text, parameters);
      },
      after: async ({ reading, reader }) => {
        await reader.close();
        await reading.snapshot.close();
      },
    });
    limits.set(part, { ...times, isByHand });
  }
  return limits;
}
