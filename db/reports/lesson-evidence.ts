import type { Reading } from '@/db/reports/reading.ts';
import { toAsked } from '@/db/where.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { LessonFigures } from '@/lib/lessons/evidence.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/** What the incidents of a reading say by a share, and all others of the same days and teams. */
export async function askEvidence(reading: Reading, measure: MeasureId): Promise<LessonFigures> {
  const { filters, vocabularies, asked, sums, people } = reading;
  const everybody: Filters = {
    ...filters,
    selections: filters.selections.filter(({ dimension }) => dimension === 'team'),
    measure: null,
  };
  const all = toAsked(everybody, vocabularies, asked.window, asked, people);
  const own = await sums.whole({ ...asked, measure: null }, measure);
  const whole = await sums.whole(all, measure);
  return {
    numerator: own.numerator,
    denominator: own.denominator,
    otherNumerator: whole.numerator - own.numerator,
    otherDenominator: whole.denominator - own.denominator,
  };
}
