import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAboutLines, toCsvText } from './csv-text.ts';

it('lines above a table keep their parts apart without a comma, and 2,951 is one number', () => {
  expect(toAboutLines(['Incidents: 2,951', 'Filters: All incidents, 25 May to 22 Nov 2026'])).toBe(
    '# Incidents: 2951\r\n# Filters: All incidents · 25 May to 22 Nov 2026\r\n',
  );
});

describe('rows as CSV', () => {
  it('ends lines in CR LF, quotes what needs it and leaves null empty', () => {
    expect(
      toCsvText([
        ['a', 1, null],
        ['b,c', 2, 'say "x"'],
      ]),
    ).toBe('a,1,\r\n"b,c",2,"say ""x"""\r\n');
  });

  it('disarms text that a spreadsheet program would run, and keeps negative numbers', () => {
    expect(toCsvText([['=1+1', '+x', '-x', '@x', '\tx', -5]])).toBe("'=1+1,'+x,'-x,'@x,'\tx,-5\r\n");
  });

  it('disarms what becomes a cell of its own where the file is split at semicolons or tabs', () => {
    const cells = ['x;=1+1', 'x\n=1', 'x\t@y', 'x;"=1"', 'a;-)', 'a; b - c = d'];
    expect(cells.map((cell) => toCsvText([[cell]]))).toEqual([
      "x;'=1+1\r\n",
      `"x\n'=1"\r\n`,
      "x\t'@y\r\n",
      `"x;""'=1"""\r\n`,
      "a;'-)\r\n",
      'a; b - c = d\r\n',
    ]);
  });

  it('keeps a cell with line breaks of any kind in one cell', () => {
    expect(toCsvText([['a\nb', 'c\rd', 'e\r\nf']])).toBe('"a\nb","c\rd","e\r\nf"\r\n');
  });

  it('takes a cell of 1 MB of quotes or line breaks in less than half a second of processor time', () => {
    for (const piece of ['"', '\n', ';', '"=']) {
      const before = process.cpuUsage();
      toCsvText([[piece.repeat(1_000_000 / piece.length)]]);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
    }
  });

  it('is read back as it was written, whatever the text that begins no formula', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '🌲', '"', ',', ';', '\n', ' ', "'", '1'),
      minLength: 1,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = toCsvText(rows);
          expect(parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] })).toEqual(
            rows,
          );
        },
      ),
    );
  });

  it('is what another writer makes of the same cells, whatever they hold', () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom(
          'a',
          'é',
          '🌲',
          '"',
          ',',
          '\n',
          '\r',
          ' ',
          "'",
          '1',
          '=',
          '-',
          '\uff1d',
          ';',
          '\t',
        ),
      }),
      fc.integer(),
      fc.constant(null),
    );
    const inner = (text: string) => text.replace(/(?=[=+\-@\uff1d\uff0b\uff0d\uff20])(?<=[;\t\r\n]"*)/g, "'");
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 4 }), (rows) => {
        const given = rows.map((row) => row.map((one) => (typeof one === 'string' ? inner(one) : one)));
        expect(toCsvText(rows)).toBe(
          stringify(given, { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }),
        );
      }),
    );
  });
});
