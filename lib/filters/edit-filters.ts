import type { DimensionId } from './dimensions.ts';
import type { Comparison, Filters, Narrowing, Period, Selection, Window } from './filters.ts';
import { daysOf, intersection, windowOf } from './local-dates.ts';
import { normaliseSelections, valuesOf } from './selections.ts';

/** The filters with a value added to what a dimension is, or taken away when it is there already. */
export function toggle(filters: Filters, dimension: DimensionId, value: string): Filters {
  return flip(filters, dimension, value, false);
}

/** The filters with a value added to what a dimension is not, or taken away when it is there already. */
export function exclude(filters: Filters, dimension: DimensionId, value: string): Filters {
  return flip(filters, dimension, value, true);
}

/** The filters with one selection in the place of the one of the same dimension and verb; without values: removed. */
export function withSelection(filters: Filters, selection: Selection): Filters {
  const others = filters.selections.filter((each) => !isAlike(each, selection));
  return { ...filters, selections: normaliseSelections([...others, selection]) };
}

/** The filters with a dimension free again: of its `is` or `is not`, or of both when `excluded` is left out. */
export function without(filters: Filters, dimension: DimensionId, excluded?: boolean): Filters {
  const selections = filters.selections.filter(
    (each) => each.dimension !== dimension || (excluded !== undefined && each.exclude !== excluded),
  );
  return { ...filters, selections };
}

/** The filters without the restriction to the people of a session, or to all others. */
export function withoutSession({ session: _, ...filters }: Filters): Filters {
  return filters;
}

/** The filters without the restriction to one person. */
export function withoutAgent({ agent: _, ...filters }: Filters): Filters {
  return filters;
}

/** The filters without the restriction to what counts in a measure. */
export function withoutMeasure(filters: Filters): Filters {
  return { ...filters, measure: null };
}

export function withPeriod(filters: Filters, period: Period): Filters {
  return { ...filters, period };
}

/** The filters compared with one thing, or with two at once. */
export function withComparison(
  filters: Filters,
  comparison: Comparison,
  also: Comparison | null = null,
): Filters {
  return { ...filters, comparison, also };
}

/** Everything that restricts is dropped; period and comparison stay. */
export function clearAll(filters: Filters): Filters {
  return { ...withoutAgent(filters), selections: [], measure: null, ignored: [] };
}

/**
 * The filters of the incidents behind a mark.
 *
 * A value of the mark replaces what its dimension was before; what it stands apart from joins what is left out. A window
 * becomes a custom period: the part that it shares with `current` (the window that drew the mark; a custom period stands
 * in for it), or the whole of it where they do not meet, as with the marks of a comparison.
 */
export function narrow(filters: Filters, narrowing: Narrowing, current?: Window): Filters {
  const selected = (narrowing.selections ?? []).map(
    ({ dimension, value }): Selection => ({ dimension, exclude: false, values: [value] }),
  );
  const kept = filters.selections.filter((each) => !selected.some((mark) => isSettledBy(mark, each)));
  const { apart } = narrowing;
  return {
    ...filters,
    period: narrowPeriod(filters.period, narrowing.window, current),
    selections: normaliseSelections([...kept, ...selected, ...(apart ? [{ ...apart, exclude: true }] : [])]),
    measure: narrowing.measure ?? filters.measure,
    ...(narrowing.agent === undefined ? {} : { agent: narrowing.agent }),
    ...(narrowing.session === undefined ? {} : { session: narrowing.session }),
  };
}

function flip(filters: Filters, dimension: DimensionId, value: string, excluded: boolean): Filters {
  const before = valuesOf(filters, dimension, excluded);
  const opposite = valuesOf(filters, dimension, !excluded).filter((each) => each !== value);
  const values = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  const cleared = withSelection(filters, { dimension, exclude: !excluded, values: opposite });
  return withSelection(cleared, { dimension, exclude: excluded, values });
}

function isAlike(one: Selection, other: Selection): boolean {
  return one.dimension === other.dimension && one.exclude === other.exclude;
}

/** Whether an earlier selection says nothing more once the mark's value is chosen. */
function isSettledBy(mark: Selection, earlier: Selection): boolean {
  if (mark.dimension !== earlier.dimension) return false;
  return !earlier.exclude || !earlier.values.some((value) => mark.values.includes(value));
}

function narrowPeriod(period: Period, window?: Window, current?: Window): Period {
  if (!window) return period;
  const drawn = current ?? (period.kind === 'custom' ? windowOf(period) : null);
  const shared = drawn ? intersection(drawn, window) : null;
  return { kind: 'custom', ...daysOf(shared ?? window) };
}
