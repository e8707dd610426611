import { limitOf } from '@/db/benchmark/limits.ts';
import { askPart, OVERVIEW_PARTS } from '@/db/benchmark/overview-parts.ts';
import { statementsOf } from '@/db/benchmark/own-statements.ts';
import type { Facts } from '@/db/facts/facts.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import { forgetKept } from '@/db/reports/keep-by-version.ts';
import type { Compared } from './result.ts';
import { open, type Place } from './subjects.ts';
import { type Effort, isOver, timed, toTimes, withoutWarm } from './time-each.ts';

type Part = Pick<Compared, 'name' | 'facts' | 'limit'>;

/**
 * The parts of the overview beside the least that the copy must be asked for them: one statement written by hand, or
 * what the part itself asks where there is none yet. One follows the other for each filter, and each goes first every
 * other time, so that both meet the same machine.
 */
export async function timeParts(
  facts: Facts,
  place: Place,
  queries: readonly string[],
  { warm, seconds = Number.POSITIVE_INFINITY, isLate }: Effort & { isLate: () => boolean },
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const part of OVERVIEW_PARTS) {
    if (isLate()) {
      parts.push({ name: part, facts: null, limit: null });
      continue;
    }
    const own: number[] = [];
    const least: number[] = [];
    let isByHand = true;
    const started = performance.now();
    for (const [turn, query] of queries.entries()) {
      if (isOver(started, seconds, own.length)) break;
      const reading = await open(query, place);
      const copy = await facts.open();
      if (!copy) throw new Error('the copy of the facts is gone');
      const asked = await statementsOf(part, reading, copy.reader);
      const limit = limitOf(part, reading, asked);
      isByHand &&= limit !== null;
      const statements = limit ? [limit] : asked;
      const both = [
        async () => {
          forgetKept(place.record);
          // A page asks once for all its parts by what rules and targets is judged.
          await judgingOf(reading);
          own.push(await timed(() => askPart(part, reading)));
        },
        async () => {
          const ask = async () => {
            for (const { text, parameters } of statements) await copy.reader.ask(text, parameters);
          };
          least.push(await timed(ask));
        },
      ];
      for (const one of turn % 2 === 0 ? both : both.reverse()) await one();
      await copy.reader.close();
      await reading.snapshot.close();
    }
    const counted = (durations: readonly number[]) => toTimes(withoutWarm(durations, queries.length, warm));
    parts.push({ name: part, facts: counted(own), limit: { ...counted(least), isByHand } });
  }
  return parts;
}
