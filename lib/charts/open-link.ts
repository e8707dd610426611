import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { Narrowing } from '../filters/filters.ts';
import { GRAINS } from '../measures/grain.ts';
import type { Measure } from '../measures/measure.ts';
import { formatCount, formatCounted } from './format.ts';
import { recordWords } from './measure-words.ts';

/** The link to the incidents behind a whole panel, with some of them named. */
export function openIncidents(
  count: number,
  narrowing: Narrowing = {},
  named?: { count: number; words: string },
): { label: string; narrowing: Narrowing } {
  const words = named ? `, ${formatCount(named.count)} ${named.words}` : '';
  return { label: `Open ${formatCounted(count, 'incident')}${words}`, narrowing };
}

/** What the incidents that a measure counts are narrowed by: a count counts them all. */
export function openNarrowing({ id, aggregate }: Measure): Narrowing {
  return aggregate === 'count' ? {} : { measure: id };
}

/**
 * The link to the incidents that a measure counts: those of its denominator, with its records where these are others,
 * and with those above the line: "Open 291 incidents with 412 steps, 380 documented and briefed".
 */
export function openMeasure({ weekly, ...findings }: MeasureFindings): {
  label: string;
  narrowing: Narrowing;
} {
  const { measure, now } = weekly ?? findings;
  const { aggregate, grain, numerator, words } = measure;
  if (aggregate === 'count') return openIncidents(now.total, openNarrowing(measure));
  const records =
    grain === 'incident' ? '' : ` ${GRAINS[grain].among} ${recordWords(grain, now.denominator)}`;
  const above = numerator.length > 0 ? `, ${formatCount(now.numerator)} ${words.numerator}` : '';
  return {
    label: `${openIncidents(now.incidents).label}${records}${above}`,
    narrowing: openNarrowing(measure),
  };
}
