import { expect, test } from 'vitest';
import { countChosen, type FilterChoices, matching, queryOf } from './filter-choices.ts';

const options = [
  { id: 'billing_error', label: 'Billing error', count: 452, chosen: true },
  { id: 'delay', label: 'Delay or long wait', count: 431, chosen: false },
  { id: 'unclassified', label: 'Unclassified', count: 73, chosen: false },
];

const choices: FilterChoices = {
  isOneEach: true,
  label: 'Trigger',
  options,
  is: ['billing_error'],
  isNot: [],
  isQuery: 'trigger=VALUES&channel=phone',
  isNotQuery: 'trigger.not=VALUES&channel=phone',
  free: 'channel=phone',
};

test('two chosen values leave 452 + 431 = 883 incidents', () => {
  expect(countChosen(options, 'is', new Set(['billing_error', 'delay']))).toBe(883);
});

test('two excluded values leave 956 - 883 = 73 incidents', () => {
  expect(countChosen(options, 'is not', new Set(['billing_error', 'delay']))).toBe(73);
});

test('no value restricts nothing: 452 + 431 + 73 = 956', () => {
  expect(countChosen(options, 'is', new Set())).toBe(956);
  expect(countChosen(options, 'is not', new Set())).toBe(956);
});

test('a choice becomes the query with its values, or the free one', () => {
  expect(queryOf(choices, 'is', new Set(['billing_error', 'delay']))).toBe(
    'trigger=billing_error,delay&channel=phone',
  );
  expect(queryOf(choices, 'is not', new Set(['a b']))).toBe('trigger.not=a%20b&channel=phone');
  expect(queryOf(choices, 'is', new Set())).toBe('channel=phone');
});

test('typing finds labels in any case, and nothing typed finds all', () => {
  expect(matching(options, 'LONG ').map(({ id }) => id)).toEqual(['delay']);
  expect(matching(options, '  ')).toHaveLength(3);
});
