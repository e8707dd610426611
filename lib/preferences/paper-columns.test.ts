import { expect, test } from 'vitest';
import { FIRST_COLUMNS } from './list-columns.ts';
import { columnsOffPaper } from './paper-columns.ts';

test('of the first eleven columns those stand on paper that there is room for, path and time to close among them', () => {
  expect(columnsOffPaper(FIRST_COLUMNS, false)).toEqual(['product', 'emotion']);
});

test('a few columns stand all, beside the incident and beside what is counted', () => {
  expect(columnsOffPaper(['occurred', 'trigger', 'team', 'path'], true)).toEqual([]);
});

test('where somebody chose many, the last of them go, and are told in their order', () => {
  const chosen = ['source', ...FIRST_COLUMNS, 'site', 'kind', 'csat'] as const;
  const off = columnsOffPaper(chosen, true);
  expect(off).toEqual(['topic', 'product', 'channel', 'emotion', 'site', 'kind', 'csat']);
  expect(chosen.filter((column) => !off.includes(column)).slice(0, 2)).toEqual(['source', 'occurred']);
});
