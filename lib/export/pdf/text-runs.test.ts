import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDrawn, fromLeft, toRuns } from './text-runs.ts';

/** Latin letters and all that is common in one font, Hebrew in another, Arabic in a third; nothing else anywhere. */
const fontOf = (cluster: string) => {
  if (/^[\u05d0-\u05ea]+$/.test(cluster)) return 'hebrew';
  if (/^[\u0620-\u064a]+$/.test(cluster)) return 'arabic';
  return /^[\u0020-\u007e]+$/.test(cluster) ? 'latin' : null;
};
const drawn = (text: string) => fromLeft(toRuns(text, fontOf)).map(asDrawn);

describe('a line of words that go both ways', () => {
  test('words from the left stay as they are, in one run', () => {
    expect(drawn('North (2) 24/7')).toEqual(['North (2) 24/7']);
  });

  test('of two Hebrew words the first stands right, and what follows them is not moved', () => {
    expect(drawn('שלום עולם and back')).toEqual(['עולם', ' ', 'שלום', ' and back']);
  });

  test('brackets among them are turned, a number is read from the left', () => {
    expect(drawn('Team אבג (דה) 123, then')).toEqual(['Team ', '123', ' (', 'דה', ') ', 'אבג', ', then']);
  });

  test('what is marked as going the other way is not obeyed', () => {
    expect(drawn('abc\u202egnp.exe')).toEqual(['abcgnp.exe']);
  });

  test('letters that no font has stand apart, in their place', () => {
    expect(toRuns('a𒀀b', fontOf)).toEqual([
      { font: 'latin', text: 'a', level: 0 },
      { font: null, text: '𒀀', level: 0 },
      { font: 'latin', text: 'b', level: 0 },
    ]);
  });

  test('no letter is lost or added, whatever the text', () => {
    const words = fc.array(fc.constantFrom('a', 'B', '1', ' ', '(', ')', ',', 'ש', 'ל', 'ا', 'ب', '中'));
    fc.assert(
      fc.property(words, (letters) => {
        const text = letters.join('');
        const runs = toRuns(text, fontOf);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        expect(fromLeft(runs)).toHaveLength(runs.length);
        expect(new Set(fromLeft(runs))).toEqual(new Set(runs));
      }),
    );
  });
});
