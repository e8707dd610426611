import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HIT_BEGINS, HIT_ENDS, parseSearch, toFragments } from './search-words.ts';

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

it.each(['', '  ', '-refund', '-"second bill" -late', '"', '***', '- -'])('%j asks for nothing', (text) => {
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

it('marks become pieces, and the pieces are the text', () => {
  const marked = `a ${HIT_BEGINS}second${HIT_ENDS} ${HIT_BEGINS}bill${HIT_ENDS}`;
  expect(toFragments(marked)).toEqual([
    { text: 'a ', isHit: false },
    { text: 'second', isHit: true },
    { text: ' ', isHit: false },
    { text: 'bill', isHit: true },
  ]);
});

it('a dot that parted the topic from what is not shown is not shown either', () => {
  const text = (marked: string) =>
    toFragments(marked)
      .map((one) => one.text)
      .join('');
  expect(text(`Late ${HIT_BEGINS}bill${HIT_ENDS} ·`)).toBe('Late bill');
  expect(text(`· a ${HIT_BEGINS}bill${HIT_ENDS}`)).toBe('a bill');
  expect(text(`Late ${HIT_BEGINS}bill${HIT_ENDS} · … a ${HIT_BEGINS}bill${HIT_ENDS} … · so`)).toBe(
    'Late bill … a bill … so',
  );
  expect(text(`Late ${HIT_BEGINS}bill${HIT_ENDS} · it came`)).toBe('Late bill · it came');
});

it.each(['“days later” -refund', '„days later“ -refund', '«days later» -refund'])(
  'the quotes of %s are those of "days later"',
  (text) => {
    const { words, phrases } = parseSearch('"days later" -refund') ?? {};
    expect(parseSearch(text)).toMatchObject({ words, phrases });
  },
);
