import { describe, expect, it } from 'vitest';
import type { SourceRow } from './incident-record.ts';
import { splitFields } from './source-fields.ts';

const rows: SourceRow[] = [
  {
    line: 2,
    fields: [
      ['case', '7'],
      ['state', 'New'],
      ['vendor', null],
    ],
  },
  {
    line: 3,
    fields: [
      ['case', '7'],
      ['state', 'Closed'],
      ['vendor', null],
    ],
  },
  {
    line: 9,
    fields: [
      ['case', '7'],
      ['state', 'Closed'],
      ['vendor', null],
      ['late', 'x'],
    ],
  },
];

describe('the fields of the rows of a case', () => {
  it('parts what changes from what does not: 2 of 4 fields change over 3 rows', () => {
    const { same, changing, lines } = splitFields(rows);
    expect(same).toEqual([
      { name: 'case', value: '7' },
      { name: 'vendor', value: null },
    ]);
    expect(changing).toEqual([
      { name: 'state', values: ['New', 'Closed', 'Closed'] },
      { name: 'late', values: [null, null, 'x'] },
    ]);
    expect(lines).toEqual([2, 3, 9]);
  });

  it('has nothing that changes in a single row, and nothing at all in none', () => {
    expect(splitFields(rows.slice(0, 1)).changing).toEqual([]);
    expect(splitFields([])).toEqual({ same: [], changing: [], lines: [] });
  });
});
