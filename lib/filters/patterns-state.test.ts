import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEDGERS } from '../analysis/recurrence/follow-up-ledger.ts';
import { REPEAT_HORIZONS } from '../analysis/recurrence/promise-states.ts';
import { arbitraryFilters } from './arbitrary-filters.ts';
import {
  DEFAULT_PATTERNS,
  type PatternsState,
  parsePatterns,
  RANKED_BY,
  toPatternsParams,
  WEIGHTS,
} from './patterns-state.ts';
import { toSearchParams } from './serialise-filters.ts';

const parse = (query: string) => parsePatterns(new URLSearchParams(query));

const arbitraryState: fc.Arbitrary<PatternsState> = fc.record({
  by: fc.constantFrom(...RANKED_BY),
  weigh: fc.constantFrom(...WEIGHTS),
  allPatterns: fc.boolean(),
  words: fc.option(fc.constantFrom('billing_error', 'service_delay')),
  within: fc.constantFrom(...REPEAT_HORIZONS),
  ledger: fc.constantFrom(...LEDGERS),
});

test('an address of filters and state is read back as it was written', () => {
  fc.assert(
    fc.property(arbitraryFilters(), arbitraryState, (filters, state) => {
      const query = [toSearchParams(filters), toPatternsParams(state)].filter(Boolean).join('&');
      expect(parse(query)).toEqual({ filters, state });
    }),
  );
});

test('nothing is written of what is at its default', () => {
  expect(toPatternsParams(DEFAULT_PATTERNS)).toBe('');
  expect(parse('').state).toEqual(DEFAULT_PATTERNS);
});

test('what cannot be read is ignored with its reason, and the rest stands', () => {
  const { filters, state } = parse(
    'by=agent&weigh=minutes&patterns=some&words=billing_error&within=45&channel=phone',
  );
  expect(state).toEqual({ ...DEFAULT_PATTERNS, weigh: 'minutes', words: 'billing_error' });
  expect(filters.selections).toHaveLength(1);
  expect(filters.ignored).toEqual([
    {
      parameter: 'by',
      value: 'agent',
      reason: 'incidents are ranked by one of trigger, product, stage, cause',
    },
    { parameter: 'patterns', value: 'some', reason: 'only "all" can be asked for' },
    { parameter: 'within', value: '45', reason: 'repeats are counted within one of 30, 60, 90 days' },
  ]);
});

test('a trigger whose words are wanted has to be written as one', () => {
  expect(parse('words=Rechnung%20falsch').filters.ignored).toEqual([
    { parameter: 'words', value: 'Rechnung falsch', reason: 'no trigger can have this id' },
  ]);
});
