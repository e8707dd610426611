import { expect, it } from 'vitest';
import { Invalid } from '../errors.ts';
import { MOST_SELECTED, readSelection } from './selected-incidents.ts';

it('numbers come as they were selected, each once', () => {
  expect(readSelection('12,7,12,400')).toEqual([12, 7, 400]);
  expect(readSelection('2147483647')).toEqual([2_147_483_647]);
});

it.each(['', ',', '0', '12,', '-3', '1.5', '1e3', '2147483648', '1; drop table incident', ' 7'])(
  '%j are no numbers of incidents',
  (text) => {
    expect(() => readSelection(text)).toThrow(Invalid);
  },
);

it('20,000 can be selected one by one, and not one more', () => {
  const numbers = Array.from({ length: MOST_SELECTED }, (_, index) => index + 1);
  expect(readSelection(numbers.join(','))).toHaveLength(20_000);
  expect(() => readSelection([...numbers, 20_001].join(','))).toThrow(/At most 20,000/);
  expect(() => readSelection('9'.repeat(1_000_000))).toThrow(Invalid);
});
