import { expect, it } from 'vitest';
import { toIncidentNumber, toPageNumber, toRowNumber } from './row-number.ts';

it('an incident is known by its number, with or without its name and the space of its thousands', () => {
  expect(['7', 'INC-1042', ' inc-1\u202f042 ', 'INC-1 042'].map(toIncidentNumber)).toEqual([
    7, 1042, 1042, 1042,
  ]);
  expect(['', 'INC-', '0', '1.5', '-3', 'INC-99999999999'].map(toIncidentNumber)).toEqual(
    Array(6).fill(null),
  );
});

it('rows are numbered from 1 to 2,147,483,647, pages from 1 to 999,999', () => {
  expect(['2147483647', '2147483648', '0'].map(toRowNumber)).toEqual([2_147_483_647, null, null]);
  expect(['999999', '1000000', undefined].map(toPageNumber)).toEqual([999_999, 1, 1]);
});
