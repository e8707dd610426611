import { expect, test } from 'vitest';
import { filterQuery } from './filter-query.ts';

const keptOf = (query: string) => filterQuery(new URLSearchParams(query));

test('period, comparison, selections and measure go along, the order and page of a list stay', () => {
  const kept = 'period=last-12-weeks&compare=none&channel=phone,chat&team.not=7&measure=escalation_rate';
  expect(keptOf(`${kept}&sort=-trigger&page=3`)).toBe(kept);
});

test('a value that holds letters of its own is read back the same', () => {
  const kept = keptOf('product=Card%20%26%20loan,10%25');
  expect(new URLSearchParams(kept).get('product')).toBe('Card & loan,10%');
});

test('a page without filters leaves nothing to carry', () => {
  expect(keptOf('')).toBe('');
  expect(keptOf('page=2')).toBe('');
});
