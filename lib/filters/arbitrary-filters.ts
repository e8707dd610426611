import fc from 'fast-check';
import { MEASURE_IDS } from '../measures/measure-ids.ts';
import {
  CHANNELS,
  JOURNEY_STAGES,
  LEVELS,
  ROOT_CAUSES,
  TECHNIQUES,
  TRIGGERS,
} from '../taxonomy/editable-sets.ts';
import { CUSTOMER_STATES, HOUR_BANDS, KINDS, OUTCOMES } from '../taxonomy/fixed-sets.ts';
import { DIMENSIONS, type DimensionId } from './dimensions.ts';
import {
  type Comparison,
  type Filters,
  type LocalDate,
  PERIOD_PRESETS,
  type Period,
  type Selection,
} from './filters.ts';
import { shiftDays } from './local-dates.ts';
import { normaliseSelections } from './selections.ts';

/** For property tests: the values that each dimension may be given. A dimension that is left out is never filtered. */
export type ArbitraryValues = Readonly<Partial<Record<DimensionId, readonly string[]>>>;

/**
 * For property tests: any filters in their canonical form, nothing ignored. `values` and `period` narrow them to what
 * a fixture holds.
 */
export function arbitraryFilters({
  values = SOME_VALUES,
  period = arbitraryPeriod(),
}: {
  values?: ArbitraryValues;
  period?: fc.Arbitrary<Period>;
} = {}): fc.Arbitrary<Filters> {
  return fc.tuple(arbitraryComparison(), fc.option(arbitraryComparison())).chain(([comparison, second]) =>
    fc.record({
      period,
      comparison: fc.constant(comparison),
      also: fc.constant(isSecond(comparison, second) ? second : null),
      selections: fc.array(arbitrarySelection(values), { maxLength: 5 }).map(normaliseSelections),
      measure: fc.option(fc.constantFrom(...MEASURE_IDS)),
      ignored: fc.constant([]),
    }),
  );
}

/** Whether a comparison can stand beside another: none does, and the same one says nothing more. */
function isSecond(comparison: Comparison, second: Comparison | null): boolean {
  if (!second || comparison.kind === 'none' || second.kind === 'none') return false;
  return JSON.stringify(comparison) !== JSON.stringify(second);
}

/** For property tests: the default, a preset, or custom dates of 1990 to 2060. */
export function arbitraryPeriod(): fc.Arbitrary<Period> {
  return fc.oneof(
    fc.constant<Period>({ kind: 'default' }),
    fc.constantFrom(...PERIOD_PRESETS).map((preset): Period => ({ kind: 'preset', preset })),
    arbitraryDays(),
  );
}

/** For property tests: a date of 1990 to 2060. */
export function arbitraryDate(): fc.Arbitrary<LocalDate> {
  return fc.integer({ min: 0, max: 25_900 }).map((days) => shiftDays('1990-01-01', days));
}

function arbitraryComparison(): fc.Arbitrary<Comparison> {
  const named = fc.constantFrom('previous' as const, 'last-year' as const, 'none' as const);
  return fc.oneof(
    named.map((kind): Comparison => ({ kind })),
    arbitraryDays(),
  );
}

function arbitraryDays(): fc.Arbitrary<{ kind: 'custom'; firstDay: LocalDate; lastDay: LocalDate }> {
  return fc
    .tuple(arbitraryDate(), fc.integer({ min: 0, max: 800 }))
    .map(([firstDay, days]) => ({ kind: 'custom' as const, firstDay, lastDay: shiftDays(firstDay, days) }));
}

function arbitrarySelection(values: ArbitraryValues): fc.Arbitrary<Selection> {
  const open = DIMENSIONS.map(({ id }) => id).filter((id) => (values[id] ?? []).length > 0);
  return fc.constantFrom(...open).chain((dimension) =>
    fc.record({
      dimension: fc.constant(dimension),
      exclude: fc.boolean(),
      values: fc.subarray([...(values[dimension] ?? [])], { minLength: 1 }),
    }),
  );
}

const numbers = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));

const SOME_VALUES: Required<ArbitraryValues> = {
  trigger: TRIGGERS.map(({ id }) => id),
  outcome: OUTCOMES,
  level: LEVELS.map(({ id }) => id),
  path: [
    'unknown',
    'frontline',
    'frontline~supervisor',
    'frontline~technical~frontline',
    'technical~engineering',
  ],
  channel: CHANNELS.map(({ id }) => id),
  team: ['unknown', ...numbers(1, 12), 'billing-north', 'C_17.a~b'],
  site: ['unknown', ...numbers(1, 4)],
  product: ['unknown', 'payday_loan', 'checking_account'],
  stage: JOURNEY_STAGES.map(({ id }) => id),
  state: CUSTOMER_STATES,
  cause: ROOT_CAUSES.map(({ id }) => id),
  technique: [
    ...TECHNIQUES.map(({ id }) => id),
    'paraphrasing~effective',
    'patience~partial',
    'patience~missed',
    'leap~ordered',
    'unknown',
  ],
  kind: KINDS,
  source: ['cfpb', 'bpi-problems', 'servicenow', '3'],
  weekday: numbers(1, 7),
  hour: ['unknown', ...numbers(0, 23)],
  band: HOUR_BANDS,
  import: numbers(1, 40),
};
