import type { DimensionId } from './dimensions.ts';
import type { Filters, Ignored } from './filters.ts';
import { daysIn, windowOf } from './local-dates.ts';
import { toIgnored } from './search-params.ts';

/** What figures about staff may be narrowed by for those who may not see small groups. */
const COARSE: readonly DimensionId[] = ['team', 'trigger'];
const FEWEST_DAYS = 7;

/**
 * Takes out of the filters what would let somebody who may not see small groups tell one by the difference between two
 * looks at a page: everything but team and trigger, and periods of less than a week. It is said in `ignored`.
 */
export function guardFilters(filters: Filters): Filters {
  const ignored: Ignored[] = [];
  const reason = 'figures of small groups could be told by it';
  for (const { dimension, exclude, values } of filters.selections)
    if (!COARSE.includes(dimension))
      ignored.push(toIgnored(exclude ? `${dimension}.not` : dimension, values.join(','), reason));
  const { period } = filters;
  const isShort = period.kind === 'custom' && daysIn(windowOf(period)) < FEWEST_DAYS;
  if (isShort) ignored.push(toIgnored('period', `${period.firstDay}..${period.lastDay}`, reason));
  if (ignored.length === 0) return filters;
  return {
    ...filters,
    period: isShort ? { kind: 'default' } : period,
    selections: filters.selections.filter(({ dimension }) => COARSE.includes(dimension)),
    ignored: [...filters.ignored, ...ignored],
  };
}
