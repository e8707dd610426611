import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { Narrowing } from '../filters/filters.ts';
import { formatCount, formatCounted } from './format.ts';

/** The link to the incidents behind a whole panel. A rate opens its denominator and names its numerator. */
export function openIncidents(
  count: number,
  narrowing: Narrowing = {},
  numerator?: { count: number; words: string },
): { label: string; narrowing: Narrowing } {
  const named = numerator ? `, ${formatCount(numerator.count)} ${numerator.words}` : '';
  return { label: `Open ${formatCounted(count, 'incident')}${named}`, narrowing };
}

/** The link to the incidents that a measure counts: its denominator, with the numerator of a share named. */
export function openMeasure({ measure, now }: MeasureFindings): { label: string; narrowing: Narrowing } {
  if (measure.aggregate === 'count') return openIncidents(now.total);
  const numerator = { count: now.numerator, words: measure.words.numerator };
  return openIncidents(
    now.denominator,
    { measure: measure.id },
    measure.aggregate === 'share' ? numerator : undefined,
  );
}
