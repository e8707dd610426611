import { expect, test } from 'vitest';
import type { TwinTable } from '../charts/chart-model.ts';
import { panelNdjson } from './panel-ndjson.ts';

const table: TwinTable = {
  columns: [
    { id: 'trigger', label: 'Trigger', form: 'text' },
    { id: 'count', label: 'Incidents', form: 'count' },
  ],
  rows: [
    {
      cells: ['Billing\n"error"', 3],
      open: { selections: [{ dimension: 'trigger', value: 'billing_error' }], measure: 'repeat_rate' },
    },
    { cells: ['=cmd()', null], open: null },
  ],
  total: ['Total', 3],
};

const read = (of: TwinTable) =>
  panelNdjson(of, { title: 'By trigger', lines: ['All incidents'] })
    .split('\n')
    .map((line) => (line === '' ? null : JSON.parse(line)));

test('what made it, 2 rows and a total are 4 lines, each an object of its own', () => {
  expect(read(table)).toEqual([
    {
      kind: 'about',
      title: 'By trigger',
      lines: ['All incidents'],
      columns: [
        { id: 'trigger', label: 'Trigger', form: 'text' },
        { id: 'count', label: 'Incidents', form: 'count' },
      ],
    },
    {
      kind: 'row',
      trigger: 'Billing\n"error"',
      count: 3,
      ids: { trigger: 'billing_error', measure: 'repeat_rate' },
    },
    { kind: 'row', trigger: '=cmd()', count: null, ids: null },
    { kind: 'total', trigger: 'Total', count: 3 },
    null,
  ]);
});

test('without rows there is what made it alone', () => {
  expect(read({ ...table, rows: [], total: null })).toHaveLength(2);
});
