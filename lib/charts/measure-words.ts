import type { Figure } from '../analysis/measure-findings.ts';
import type { Grain } from '../measures/grain.ts';
import { GRAINS } from '../measures/grain.ts';
import type { Measure } from '../measures/measure.ts';
import type { Sums } from '../measures/sums.ts';
import { formatCount, formatCounted, formatDecimal, formatFraction, formatShare } from './format.ts';
import { figureIn, type UnitOf, unitName } from './unit-format.ts';

const NBSP = '\u00a0';

/** A value of a measure with its unit: "93.4", "28.1 %", "2.6 days", "4.25 of 5". */
export function valueWords(measure: UnitOf, value: number): string {
  if (measure.unit === 'share') return formatShare(value);
  return withUnit(figureIn(measure, value), unitName(measure, value));
}

/** A range of values with one unit: "33–112", "19.4–49.4 %", "1.8–3.6 days". */
export function rangeWords(measure: UnitOf, low: number, high: number): string {
  const figure = (value: number) =>
    measure.unit === 'count' ? formatDecimal(value, high < 10 ? 1 : 0) : figureIn(measure, value, high);
  return withUnit(`${figure(low)}–${figure(high)}`, unitName(measure, high));
}

/** What a value was counted from: "58 of 114", "60 stays", "712 in 65,210 contacts"; null for a count. */
export function countedWords(
  { aggregate, grain }: Pick<Measure, 'aggregate' | 'grain'>,
  { numerator, denominator }: Pick<Sums, 'numerator' | 'denominator'>,
): string | null {
  if (aggregate === 'count') return null;
  if (aggregate === 'rate') return `${formatCount(numerator)} in ${recordWords(grain, denominator)}`;
  if (aggregate !== 'share') return recordWords(grain, denominator);
  const noun = grain === 'incident' ? '' : `${NBSP}${GRAINS[grain].many}`;
  return `${formatFraction(numerator, denominator)}${noun}`;
}

/** "12 still open (4.9 %)", "3 in another currency": what is counted beside a measure, as far as there is any. */
export function besideWords({ beside }: Pick<Figure, 'beside'>): string[] {
  return beside
    .filter(({ count }) => count > 0)
    .map(({ count, words, share }) => {
      const ofAll = share === null ? '' : ` (${formatShare(share)})`;
      return `${formatCount(count)} ${words}${ofAll}`;
    });
}

/** "1 step", "65,210 contacts" */
export function recordWords(grain: Grain, count: number): string {
  const { one, many } = GRAINS[grain];
  return formatCounted(count, one, many);
}

function withUnit(figure: string, unit: string | null): string {
  return unit === null ? figure : `${figure}${NBSP}${unit}`;
}
