import { describe, expect, test } from 'vitest';
import { readRanges, shareOut } from './font-cover.ts';

test('ranges are read as style sheets write them, and nothing else is', () => {
  expect(readRanges('U+0590-05FF,U+20aa')).toEqual([
    [0x590, 0x5ff],
    [0x20aa, 0x20aa],
  ]);
  expect(() => readRanges('0590')).toThrow(SyntaxError);
});

describe('what each font has to write', () => {
  const letters = { ranges: readRanges('U+61-7A') };
  const single = { ranges: readRanges('U+1F466-1F469') };
  const families = { ranges: readRanges('U+200D,U+1F467-1F469') };
  const fonts = [letters, single, families];

  test('a family goes to the font that has all of it, a woman alone to the first that has her', () => {
    const shares = shareOut(['👩‍👩‍👧', '👩'], fonts);
    expect([shares.get(single), shares.get(families)]).toEqual(['👩', '👩‍👩‍👧']);
  });

  test('what no font has whole goes by its letters, and what none has is with none', () => {
    const shares = shareOut(['a\u0301', '中'], fonts);
    expect([...shares]).toEqual([[letters, 'a']]);
  });
});
