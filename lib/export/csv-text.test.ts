import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsvText } from './csv-text.ts';

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

  it('is read back as it was written, whatever the text, an apostrophe before a formula aside', () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = toCsvText(rows);
          expect(parse(text, { relax_column_count: true, record_delimiter: '\r\n' })).toEqual(rows);
        },
      ),
    );
  });
});
