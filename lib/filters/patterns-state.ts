import { LEDGERS, type Ledger } from '../analysis/recurrence/follow-up-ledger.ts';
import { REPEAT_HORIZONS, type RepeatHorizon } from '../analysis/recurrence/promise-states.ts';
import { readValue } from './dimension-values.ts';
import type { DimensionId } from './dimensions.ts';
import type { Filters } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import { oneOf, readState, type StateReaders } from './read-state.ts';
import type { SearchParams } from './search-params.ts';

/** By what incidents can be ranked. */
export const RANKED_BY = ['trigger', 'product', 'stage', 'cause'] as const satisfies readonly DimensionId[];
export type RankedBy = (typeof RANKED_BY)[number];

/** What each incident counts as: one, the hours until it was closed, its compensation or its severity. */
export const WEIGHTS = ['count', 'minutes', 'compensation', 'severity'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** How the page of patterns stands beside its filters. */
export interface PatternsState {
  by: RankedBy;
  weigh: Weight;
  /** Whether all patterns are listed, or the first dozen. */
  allPatterns: boolean;
  /** The trigger whose narratives are set apart; null for the filters themselves, or else the commonest trigger. */
  words: string | null;
  /** Within how many days somebody who comes back is a repeat. */
  within: RepeatHorizon;
  /** By what promised follow-ups are told apart. */
  ledger: Ledger;
}

export const DEFAULT_PATTERNS: PatternsState = {
  by: 'trigger',
  weigh: 'count',
  allPatterns: false,
  words: null,
  within: 30,
  ledger: 'team',
};

/**
 * Reads the whole address of the page of patterns: its filters, `by`, `weigh`, `patterns=all`, `words`, `within` and `ledger`. Never
 * throws; what cannot be read is in `filters.ignored`. `ownParameters` names what the caller reads by itself.
 */
export function parsePatterns(
  params: SearchParams,
  ownParameters: readonly string[] = [],
): { filters: Filters; state: PatternsState } {
  const filters = parseFilters(params, [...Object.keys(READERS), ...ownParameters]);
  const { state, ignored } = readState(params, DEFAULT_PATTERNS, READERS);
  return { filters: { ...filters, ignored: [...filters.ignored, ...ignored] }, state };
}

/** The state as a query, without the question mark; defaults are left out. `parsePatterns` reads it back. */
export function toPatternsParams({ by, weigh, allPatterns, words, within, ledger }: PatternsState): string {
  return [
    ...(by === DEFAULT_PATTERNS.by ? [] : [`by=${by}`]),
    ...(weigh === DEFAULT_PATTERNS.weigh ? [] : [`weigh=${weigh}`]),
    ...(allPatterns ? ['patterns=all'] : []),
    ...(words === null ? [] : [`words=${words}`]),
    ...(within === DEFAULT_PATTERNS.within ? [] : [`within=${within}`]),
    ...(ledger === DEFAULT_PATTERNS.ledger ? [] : [`ledger=${ledger}`]),
  ].join('&');
}

const READERS: StateReaders<PatternsState> = {
  by: { read: oneOf('by', RANKED_BY), reason: `incidents are ranked by one of ${RANKED_BY.join(', ')}` },
  weigh: { read: oneOf('weigh', WEIGHTS), reason: `incidents weigh by one of ${WEIGHTS.join(', ')}` },
  patterns: {
    read: (value) => (value === 'all' ? { allPatterns: true } : null),
    reason: 'only "all" can be asked for',
  },
  words: {
    read: (value) => ('read' in readValue('trigger', value) ? { words: value } : null),
    reason: 'no trigger can have this id',
  },
  within: {
    read: oneOf('within', REPEAT_HORIZONS),
    reason: `repeats are counted within one of ${REPEAT_HORIZONS.join(', ')} days`,
  },
  ledger: {
    read: oneOf('ledger', LEDGERS),
    reason: `follow-ups are told by one of ${LEDGERS.join(', ')}`,
  },
};
