import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyOf, toKey } from './bind-mapping.ts';

it('case and white space at the ends and in between do not tell words apart', () => {
  const isUnknown = anyOf(['N/A', 'Not known']);
  expect(['n/a', ' N/A ', 'not  KNOWN', 'Not\n\tknown'].map(isUnknown)).toEqual([true, true, true, true]);
  expect(['', 'na', 'notknown', 'not known, really'].map(isUnknown)).toEqual([false, false, false, false]);
});

it('a word with 500 blanks in it is still that word, and 500 letters are none', () => {
  const isUnknown = anyOf(['not known', '']);
  expect(isUnknown(`not${' '.repeat(500)}known`)).toBe(true);
  expect(isUnknown(' '.repeat(500))).toBe(true);
  expect(isUnknown('n'.repeat(500))).toBe(false);
  expect(isUnknown(`not known${' and more'.repeat(100)}`)).toBe(false);
});

it('no words are no text', () => {
  expect([anyOf([])(''), anyOf([])('a'.repeat(300))]).toEqual([false, false]);
});

it('it is what comparing whole keys would be, for any words and texts', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    ' ',
    '  ',
    '\n',
    'İ',
    'Σ',
    '\u{1F600}',
    'ß',
    ' '.repeat(60),
    'x'.repeat(60),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, (words, one) => {
      for (const said of [one, ...words]) {
        expect(anyOf(words)(said)).toBe(words.map(toKey).includes(toKey(said)));
      }
    }),
  );
});
