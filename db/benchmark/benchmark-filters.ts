import { seedRandom } from '@/db/seed/random.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { daysIn, daysOf, shiftDays } from '@/lib/filters/local-dates.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';

const DAYS = [84, 182, 182, 364, 730];
const CHOSEN: readonly DimensionId[] = [
  'trigger',
  'outcome',
  'level',
  'channel',
  'team',
  'site',
  'product',
  'kind',
  'weekday',
];

/**
 * Queries of addresses, each another one: 12 weeks to two years somewhere in the record, compared with as many days
 * before, with up to two dimensions narrowed to one to three values or cleared of one. The same for the same seed.
 */
export function benchmarkQueries(
  count: number,
  { vocabularies, coverage, seed }: { vocabularies: Vocabularies; coverage: Window; seed: number },
): string[] {
  const random = seedRandom(seed);
  const queries = new Set<string>();
  while (queries.size < count) {
    const days = Math.min(random.pick(DAYS), daysIn(coverage));
    const from = shiftDays(coverage.from, random.between(0, daysIn(coverage) - days));
    const { firstDay, lastDay } = daysOf({ from, until: shiftDays(from, days) });
    const dimensions = new Set(
      Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, () => random.pick(CHOSEN)),
    );
    const narrowed = [...dimensions].map((dimension) => {
      const ids = vocabularies[dimension].map(({ id }) => id);
      const isCleared = random.chance(0.2);
      const values = new Set(
        Array.from({ length: isCleared ? 1 : random.between(1, 3) }, () => random.pick(ids)),
      );
      return `${dimension}${isCleared ? '.not' : ''}=${[...values].map(encodeURIComponent).join(',')}`;
    });
    queries.add([`period=${firstDay}..${lastDay}`, ...narrowed].join('&'));
  }
  return [...queries];
}
