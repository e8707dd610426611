import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Fragment, HIT_BEGINS, HIT_ENDS, markPhrases, toFragments } from './fragments.ts';
import { parseSearch } from './search-words.ts';

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

/** Pieces with their hits in brackets, and back. */
const bracketed = (fragments: readonly Fragment[]) =>
  fragments.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
const pieces = (words: string) => toFragments(words.replaceAll('[', HIT_BEGINS).replaceAll(']', HIT_ENDS));
const marked = (search: string, words: string) => {
  const read = parseSearch(search);
  return read && bracketed(markPhrases(pieces(words), read));
};

it.each([
  ['"second bill"', 'A [second] [bill] came, and one [bill] more', 'A [second bill] came, and one bill more'],
  ['"the second bill"', 'So the [second] [bill] came', 'So [the second bill] came'],
  [
    '"second bill" more',
    'A [Second], [bill] came and one [bill] [more]',
    'A [Second, bill] came and one [bill] [more]',
  ],
  ['"second bill"', 'Of [seconds] and [bills]', 'Of [seconds] and [bills]'],
  ['second bill', 'A [second] [bill]', 'A [second] [bill]'],
  ['"a b" "b c"', '[a] [b] [c]', '[a b][ c]'],
])('%s in %s is %s', (search, words, expected) => {
  expect(marked(search, words)).toBe(expected);
});

it('whatever is marked, the text stays', () => {
  const text = fc.array(
    fc.record({ text: fc.constantFrom('a', ' b', 'a b', ' ', 'b a'), isHit: fc.boolean() }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('"a b"', '"b" a', '"a b" "b a"'), (fragments, search) => {
      const read = parseSearch(search);
      const after = read ? markPhrases(fragments, read) : [];
      expect(after.map((one) => one.text).join('')).toBe(fragments.map((one) => one.text).join(''));
    }),
  );
});
