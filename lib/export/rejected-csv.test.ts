import { describe, expect, it } from 'vitest';
import { RejectedCsv, type RejectedRow } from './rejected-csv.ts';

const read = (csv: RejectedCsv, rows: RejectedRow[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.encode(rows));
const row = (line: number, day: string): RejectedRow => ({
  line,
  message: `"${day}" names month 13`,
  fields: [
    ['Date', day],
    ['Issue', null],
  ],
});

describe('the rejected rows as a file', () => {
  it('begins with the columns of the source, then the line and the reason', () => {
    expect(read(new RejectedCsv(), [row(7, '13/13/23')])).toBe(
      '\ufeffDate,Issue,Lookback line,Lookback reason\r\n13/13/23,,7,"""13/13/23"" names month 13"\r\n',
    );
  });

  it('writes its head once, however many pieces there are', () => {
    const csv = new RejectedCsv();
    expect(read(csv, [row(7, '13/13/23')]).split('\r\n')).toHaveLength(3);
    expect(read(csv, [row(9, '14/14/23')])).toBe('14/14/23,,9,"""14/14/23"" names month 13"\r\n');
  });

  it('keeps a row without fields, and a cell that no column has', () => {
    const csv = new RejectedCsv();
    const text = read(csv, [
      { line: 3, message: 'is longer than 1 MB', fields: null },
      row(7, 'x'),
      {
        line: 8,
        message: 'has 3 cells',
        fields: [
          ['Date', 'y'],
          ['cell 3', '=1'],
        ],
      },
    ]);
    expect(text.split('\r\n').slice(1)).toEqual([
      ',,3,is longer than 1 MB',
      'x,,7,"""x"" names month 13"',
      "y,,8,has 3 cells,'=1",
      '',
    ]);
  });
});
