import type { DimensionId } from '../filters/dimensions.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import type { Pattern } from '../statistics/patterns.ts';

/** A series by name: "escalation_rate:channel:chat", or "escalation_rate" of everything. */
export function seriesKey(measure: MeasureId, of: { dimension: DimensionId; value: string } | null): string {
  return of ? `${measure}:${of.dimension}:${of.value}` : measure;
}

/**
 * A signal by name: its series, the rule, its direction and the first day of the bucket in which it fired. So it is the
 * same as long as it goes on, and another when a rule fires anew.
 */
export function signalKey(
  series: string,
  { rule, direction }: Pick<Pattern, 'rule' | 'direction'>,
  fired: LocalDate,
): string {
  return `${series}|${rule}|${direction ?? 'either'}|${fired}`;
}

/** The series of a signal or of itself. */
export function seriesOf(key: string): string {
  return key.split('|', 1).join('');
}
