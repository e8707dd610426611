import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeUnwanted, parseSearch } from './search-words.ts';

it.each([
  ['second bill', 'second bill', [], null],
  ['"second bill" -refund', '"second bill" -refund', [], null],
  ['refund* late', 'late', ['refund'], null],
  ['"no star* here"', '"no star* here"', [], null],
  ['-late*  fee', '-late*  fee', [], null],
  ['12 345', '12 345', [], 12_345],
  ['INC-120', 'INC-120', [], 120],
  ['inc 120', 'inc 120', [], null],
])('%s', (text, words, prefixes, number) => {
  expect(parseSearch(text)).toMatchObject({ words, prefixes, number, whole: text });
});

it.each([
  ['"The second  bill" -"no refund" late', ['\\mThe[^[:alnum:]]+second[^[:alnum:]]+bill\\M']],
  ['"don’t" "64 GBP"', ['\\mdon[^[:alnum:]]+t\\M', '\\m64[^[:alnum:]]+GBP\\M']],
  ['second bill', []],
  ['"not to its end', []],
  ['"…" bill', []],
])('%s: a phrase is looked for as it is written, an unwanted one is not', (text, phrases) => {
  expect(parseSearch(text)?.phrases).toEqual(phrases);
});

it('“or” is a word like any other: all words must occur', () => {
  expect(parseSearch('refund or bill')?.words).toBe('refund "or" bill');
  expect(parseSearch('order for "this or that"')?.words).toBe('order for "this or that"');
});

it.each([
  ['-refund', 'refund'],
  ['-"second bill" -late', '"second bill" or late'],
  ['--late -', 'late'],
  ['-or', 'or'],
])('%s asks for everything that says none of it', (text, words) => {
  const parts = { isWithout: true, words, phrases: [], isPhrasesAlone: false, prefixes: [], number: null };
  expect(parseSearch(text)).toEqual({ ...parts, whole: text });
});

it.each(['', '  ', '"', '***', '- -', '-"…"'])('%j asks for nothing', (text) => {
  expect(parseSearch(text)).toBeNull();
});

it('looks for no control characters: the record would refuse them', () => {
  expect(parseSearch('late\0 fee\u0007')?.words).toBe('late fee');
  expect(parseSearch('\0')).toBeNull();
});

it('never throws, and prefixes are letters and digits only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const prefix of parseSearch(text)?.prefixes ?? []) expect(prefix).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
});

it('a hostile text of 300 characters is read at once', () => {
  const begun = performance.now();
  for (const sign of ['-', '"', '1 ', '* ', '-"']) parseSearch(sign.repeat(300 / sign.length));
  expect(performance.now() - begun).toBeLessThan(100);
});

it.each(['“days later” -refund', '„days later“ -refund', '«days later» -refund'])(
  'the quotes of %s are those of "days later"',
  (text) => {
    const { words, phrases } = parseSearch('"days later" -refund') ?? {};
    expect(parseSearch(text)).toMatchObject({ words, phrases });
  },
);

it.each([
  ['-refund', '“refund”'],
  ['-"second bill" -late', '“second bill” or “late”'],
  ['bill -late', null],
])('%s: what none is to say is %s', (text, words) => {
  const search = parseSearch(text);
  expect(search && describeUnwanted(search)).toBe(words);
});

it.each([
  ['"second bill"', true],
  ['"second bill" -late', true],
  ['"second bill" late', false],
  ['"second bill" la*', false],
  ['second bill', false],
])('%s is phrases alone: %s', (text, isPhrasesAlone) => {
  expect(parseSearch(text)?.isPhrasesAlone).toBe(isPhrasesAlone);
});
