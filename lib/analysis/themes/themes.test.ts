import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findExamples } from './find-examples.ts';
import { findThemes } from './find-themes.ts';
import { wordTally } from './tally-words.ts';

function tallyOf(selected: readonly string[], rest: readonly string[]) {
  const tally = wordTally();
  for (const narrative of rest) tally.add('rest', narrative);
  for (const narrative of selected) tally.add('selected', narrative);
  return tally;
}

const times = (count: number, narrative: string) => Array<string>(count).fill(narrative);

describe('counting words', () => {
  test('a narrative that says refund three times counts it once: 2 selected, 1 other', () => {
    const tally = tallyOf(['refund refund, refund', 'refund'], ['refund', 'delay']);
    const { counts, others } = tally.words(1);
    expect(counts).toEqual([{ word: 'refund', selected: 2, rest: 1 }]);
    expect(others).toEqual({ selected: 0, rest: 1 });
    expect(tally.phrases(1).counts).toEqual([{ word: 'refund refund', selected: 1, rest: 0 }]);
    expect(tally.narratives).toEqual({ selected: 2, rest: 2 });
  });
});

describe('themes', () => {
  // 40 selected: 12 meter + 28 call; 60 others: 4 meter + 56 call. Words here 40, there 60, each half-way to all:
  // meter 12 + 40 · 16/100 = 18.4 of 80 and 4 + 60 · 16/100 = 13.6 of 120.
  const tally = tallyOf(
    [...times(12, 'the meter'), ...times(28, 'a call')],
    [...times(4, 'the meter'), ...times(56, 'a call')],
  );

  test('meter, 12 of 40 against 4 of 60: ln(18.4 / 61.6) − ln(13.6 / 106.4) = 0.849, z 2.37', () => {
    const { themes, tested } = findThemes(tally);
    const logOdds = Math.log(18.4 / 61.6) - Math.log(13.6 / 106.4);
    const error = Math.sqrt(1 / 18.4 + 1 / 13.6);
    expect(themes.map(({ phrase }) => phrase)).toEqual(['meter']);
    expect(themes[0]).toMatchObject({ selected: 12, rest: 4 });
    expect(themes[0]?.logOdds).toBeCloseTo(logOdds, 10);
    expect(themes[0]?.z).toBeCloseTo(logOdds / error, 10);
    expect(themes[0]?.z).toBeCloseTo(2.37, 2);
    expect(themes[0]?.interval[0]).toBeCloseTo(logOdds - 1.959964 * error, 5);
    expect(tested).toBe(2);
  });

  test('a phrase speaks for words that stand nearly always in it: estimated reading, and refund alone', () => {
    const found = findThemes(
      tallyOf(
        [...times(30, 'estimated reading.'), ...times(30, 'refund.'), ...times(5, 'first bill.')],
        [...times(300, 'long queue.'), ...times(30, 'first bill.')],
      ),
    );
    expect(found.themes.map(({ phrase }) => phrase).toSorted()).toEqual(['estimated reading', 'refund']);
  });

  test('four narratives are too few, five are enough', () => {
    const phrases = (count: number) =>
      findThemes(tallyOf(times(count, 'meter'), times(500, 'call'))).themes.map(({ phrase }) => phrase);
    expect(phrases(4)).toEqual([]);
    const among = (count: number) =>
      findThemes(tallyOf([...times(count, 'meter'), ...times(20, 'call')], times(500, 'call'))).themes.map(
        ({ phrase }) => phrase,
      );
    expect(among(4)).toEqual([]);
    expect(among(5)).toEqual(['meter']);
  });

  test('without narratives on a side nothing is set apart', () => {
    expect(findThemes(tallyOf([], times(9, 'meter read'))).themes).toEqual([]);
    expect(findThemes(tallyOf(times(9, 'meter read'), [])).themes).toEqual([]);
    expect(findThemes(wordTally())).toEqual({ themes: [], tested: 0 });
  });

  test('a word planted in a third of 150 narratives is found first, whatever else they say', () => {
    const words = Array.from(
      { length: 60 },
      (_, index) => `w${'abcdefgh'[index % 8]}${'qrstuvyz'[index >> 3]}`,
    );
    const story = fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 20 });
    const corpus = fc.array(story, { minLength: 450, maxLength: 450 });
    fc.assert(
      fc.property(corpus, fc.nat(2), (stories, phase) => {
        const tally = wordTally();
        for (const [index, told] of stories.entries()) {
          const planted = index < 150 && index % 3 === phase ? ', planted ' : ', ';
          tally.add(index < 150 ? 'selected' : 'rest', told.join(planted));
        }
        expect(findThemes(tally).themes[0]?.phrase).toMatch(/planted/);
      }),
      { numRuns: 10 },
    );
  });

  test('words dealt out by chance are seldom told: under 2.5 % of those tested, over 20 deals', () => {
    const words = Array.from(
      { length: 200 },
      (_, index) =>
        `w${String.fromCharCode(97 + (index % 20))}${String.fromCharCode(97 + Math.floor(index / 20))}`,
    );
    const [one] = fc.sample(
      fc.array(fc.constantFrom(...words), { minLength: 200_000, maxLength: 200_000, size: 'max' }),
      {
        numRuns: 1,
        seed: 3,
      },
    );
    let told = 0;
    let tested = 0;
    for (let deal = 0; deal < 20; deal++) {
      const tally = wordTally();
      for (let index = 0; index < 500; index++) {
        const from = (deal * 500 + index) * 20;
        tally.add(index % 2 === 0 ? 'selected' : 'rest', (one ?? []).slice(from, from + 20).join(', '));
      }
      const found = findThemes(tally);
      told += found.themes.length;
      tested += found.tested;
    }
    expect(tested).toBeGreaterThan(2000);
    expect(told / tested).toBeLessThan(0.025);
  });
});

describe('examples', () => {
  const read = (phrase: string, narratives: readonly string[]) =>
    findExamples(
      [phrase],
      narratives.map((narrative, index) => ({ number: index + 1, narrative })),
    )
      .get(phrase)
      ?.map(({ number, parts }) => [
        number,
        parts.map(({ text, isPhrase }) => (isPhrase ? `*${text}*` : text)).join(''),
      ]);

  test('the sentence around the phrase, one an incident, two in all', () => {
    expect(
      read('first bill', [
        'Hello. My first bill rests on an estimate. Nobody rang about the first bill.',
        'Nothing of that.',
        'FIRST\nBILL!',
        'Again the first bill.',
      ]),
    ).toEqual([
      [1, 'My *first bill* rests on an estimate.'],
      [3, '*FIRST BILL*!'],
    ]);
  });

  test('a long sentence is cut at words on both sides', () => {
    const [[, words] = []] = read('refund', [`${'before '.repeat(60)}refund${' after'.repeat(60)}`]) ?? [];
    expect(String(words)).toMatch(/^… before .*before \*refund\* after .* after…$/);
    expect(String(words).length).toBeLessThan(230);
  });

  test('tokens stay as they are', () => {
    expect(read('refund', ['[NAME-1] wants a refund to [IBAN-1].'])).toEqual([
      [1, '[NAME-1] wants a *refund* to [IBAN-1].'],
    ]);
  });
});
