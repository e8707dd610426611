import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPatterns, type JudgedPoint, patternsByPoint } from './patterns.ts';
import { RULE_SETS } from './rules.ts';

describe('beyond a limit', () => {
  test('31 is beyond a limit of 30, 30 is not, −1 is below a limit of 0', () => {
    expect(rules([31, 20, 30, 20, 0, 20, -1])).toEqual(['beyond up', '', '', '', '', '', 'beyond down']);
  });
});

describe('a run on one side', () => {
  test('six points above the centre are silent, seven are marked from the first on', () => {
    expect(rules([16, 17, 16, 17, 16, 17, 9])).toEqual(Array(7).fill(''));
    expect(rules([9, 16, 17, 16, 17, 16, 17, 16])).toEqual(['', ...Array(7).fill('shift up')]);
  });

  test('a tenth point in a row belongs to the same run', () => {
    const [run, second] = findPatterns(series([14, 13, 14, 13, 14, 13, 14, 13, 14, 13]));
    expect(run).toMatchObject({ rule: 'shift', direction: 'down', last: 9 });
    expect(run?.points).toHaveLength(10);
    expect(second).toBeUndefined();
  });

  test('a point on the centre breaks it, and so does a gap', () => {
    expect(rules([16, 17, 16, 15, 17, 16, 17, 16])).toEqual(Array(8).fill(''));
    expect(rules([16, 17, 16, null, 17, 16, 17, 16])).toEqual(Array(8).fill(''));
  });
});

describe('the length of a run is that of its set', () => {
  test('eight in a row are a run for NHS and Western Electric, nine for Nelson', () => {
    const eight = [16, 17, 16, 17, 16, 17, 16, 17];
    expect(rules(eight, 'western_electric')[0]).toBe('shift up');
    expect(rules(eight, 'nelson')[0]).toBe('');
    expect(rules([...eight, 16], 'nelson')[0]).toBe('shift up');
  });
});

describe('a trend', () => {
  test('seven points are six steps: 12 to 18 is a trend, 12 to 17 is none', () => {
    expect(rules([12, 13, 14, 15, 16, 17])).toEqual(Array(6).fill(''));
    expect(rules([14, 12, 13, 14, 15, 16, 17, 18, 16])).toEqual(['', ...Array(7).fill('trend up'), '']);
  });

  test('an equal neighbour breaks it', () => {
    expect(rules([12, 13, 14, 14, 15, 16, 17, 18])).toEqual(Array(8).fill(''));
  });

  test('its direction is that of its steps, not of its side: falling above the centre is down', () => {
    expect(rules([24, 23, 22, 21, 20, 19, 18])[0]).toBe('trend down');
  });
});

describe('two of three near a limit', () => {
  test('near is above 25, two thirds of the way to 30: two near ones are marked, the third is not', () => {
    expect(rules([14, 26, 16, 27, 14])).toEqual(['', 'two_of_three up', '', 'two_of_three up', '']);
  });

  test('25 is on the line and not near; a third point on the other side silences it', () => {
    expect(rules([25, 26, 16])).toEqual(['', '', '']);
    expect(rules([26, 14, 27])).toEqual(['', '', '']);
  });

  test('a point beyond the limit does not count as near', () => {
    expect(rules([26, 31, 16])).toEqual(['', 'beyond up', '']);
  });

  test('windows that share a point are one pattern', () => {
    const found = findPatterns(series([26, 27, 26, 27]));
    expect(found).toEqual([{ rule: 'two_of_three', direction: 'up', points: [0, 1, 2, 3], last: 3 }]);
  });

  test('Western Electric lets the third point lie anywhere and counts points beyond', () => {
    expect(rules([26, 14, 27], 'western_electric')[2]).toBe('two_of_three up');
    expect(rules([16, 26, 31], 'western_electric')[1]).toBe('two_of_three up');
  });
});

describe('several at one point', () => {
  test('beyond comes before trend, trend before shift', () => {
    const points = series([16, 17, 18, 19, 20, 21, 31]);
    const shown = patternsByPoint(findPatterns(points), 7);
    expect(shown[6]?.map(({ rule }) => rule)).toEqual(['beyond', 'trend', 'shift']);
  });

  test('where they point both ways the newest to complete wins: above the limit, then falling for seven', () => {
    const shown = patternsByPoint(findPatterns(series([31, 24, 22, 20, 18, 17, 16])), 7);
    expect(shown[0]?.map(({ rule, direction }) => `${rule} ${direction}`)).toEqual([
      'trend down',
      'beyond up',
      'shift up',
    ]);
  });
});

describe('always', () => {
  const values = fc.array(fc.option(fc.integer({ min: -2, max: 32 }), { freq: 12 }), { maxLength: 40 });

  test('turning a series upside down turns every pattern and finds no other', () => {
    fc.assert(
      fc.property(values, (drawn) => {
        const turned = drawn.map((value) => (value === null ? null : 30 - value));
        const swap = (text: string) =>
          text.endsWith('up') ? text.replace(/up$/, 'down') : text.replace(/down$/, 'up');
        expect(rules(turned)).toEqual(rules(drawn).map(swap));
      }),
    );
  });

  test('a gap belongs to no pattern, and values that never move have none', () => {
    fc.assert(
      fc.property(values, (drawn) => {
        const marked = rules(drawn);
        for (const [index, value] of drawn.entries()) if (value === null) expect(marked[index]).toBe('');
      }),
    );
    const flat = Array.from({ length: 30 }, () => ({ value: 4, centre: 4, lower: 4, upper: 4 }));
    expect(findPatterns(flat)).toEqual([]);
  });
});

/** Points about a centre of 15 with limits 0 and 30. */
function series(values: readonly (number | null)[]): JudgedPoint[] {
  return values.map((value) => ({ value, centre: 15, lower: 0, upper: 30 }));
}

function rules(values: readonly (number | null)[], set: keyof typeof RULE_SETS = 'nhs'): string[] {
  const found = findPatterns(series(values), RULE_SETS[set]);
  return patternsByPoint(found, values.length).map(([first]) =>
    first ? `${first.rule} ${first.direction}` : '',
  );
}
