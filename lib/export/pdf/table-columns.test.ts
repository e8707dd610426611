import { describe, expect, test } from 'vitest';
import type { TwinColumn, TwinTable } from '../../charts/chart-model.ts';
import { GAP, paperTable } from './table-columns.ts';

/** Every letter is 5 points wide. */
const type = { width: (text: string) => text.length * 5 } as unknown as Parameters<typeof paperTable>[2];
const look = { size: 9, colour: '#000000' };
const text = (id: string): TwinColumn => ({ id, label: id, form: 'text' });
const tableOf = (columns: TwinColumn[], ...rows: string[][]): TwinTable => ({
  columns,
  rows: rows.map((cells) => ({ cells, open: null })),
  total: null,
});
const widthsOf = (table: TwinTable, width: number) =>
  paperTable(table, width, type, look).columns.map((column) => column.width);

describe('how wide the columns of a table are', () => {
  test('what lacks little gets all of it: 10 letters stand on one line beside 60', () => {
    const table = tableOf([text('a'), text('b')], ['North East', 'word '.repeat(12).trim()]);
    const [first, second] = widthsOf(table, 200 + GAP);
    expect(first).toBeCloseTo(50.5, 3);
    expect(second).toBeCloseTo(149.5, 3);
  });

  test('together they are as wide as the sheet, whatever they want', () => {
    const table = tableOf(
      [text('a'), text('b'), text('c')],
      ['word '.repeat(30), 'x'.repeat(90), 'North East'],
    );
    const sum = widthsOf(table, 300).reduce((all, width) => all + width, 0) + 2 * GAP;
    expect(sum).toBeCloseTo(300, 3);
  });

  test('a day among words stays on one line', () => {
    const table = tableOf([text('a')], ['since 9 Nov 2026, 3 of 12']);
    expect(paperTable(table, 100, type, look).rows).toEqual([['since 9\u00a0Nov\u00a02026, 3 of 12']]);
  });
});
