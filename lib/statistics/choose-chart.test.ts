import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartOfKind } from './chart-of-kind.ts';
import { KINDS_OF_FORM, type SeriesForm } from './chart-series.ts';
import { chooseChart } from './choose-chart.ts';

const inTurn = (one: number, other: number, length = 12) =>
  Array.from({ length }, (_, index) => (index % 2 ? other : one));
const of = (numerators: readonly number[], denominator: number) =>
  numerators.map((numerator) => ({ numerator, denominator }));

describe('few points', () => {
  test('11 are a run chart, 12 are not', () => {
    expect(chooseChart({ form: 'duration', points: inTurn(4, 6, 11) })).toMatchObject({
      chart: 'run',
      reason: 'Run chart: 11 points with a value; limits are judged from 12 on, so runs about the median.',
    });
    expect(chooseChart({ form: 'duration', points: inTurn(4, 6) }).chart).toBe('xmr');
  });

  test('gaps do not count: 11 points and a gap are 11', () => {
    expect(chooseChart({ form: 'count', points: [...inTurn(4, 6, 11), null] })).toMatchObject({
      chart: 'run',
      n: 11,
    });
    expect(
      chooseChart({ form: 'share', points: [...of(inTurn(4, 6, 11), 10), { numerator: 0, denominator: 0 }] })
        .n,
    ).toBe(11);
  });

  test('one point, and none, are a run chart that says what is missing', () => {
    expect(chooseChart({ form: 'count', points: [3] }).reason).toContain('1 point with a value');
    expect(chooseChart({ form: 'count', points: [] })).toMatchObject({ chart: 'run', n: 0 });
  });
});

describe('shares', () => {
  test('48 and 52 of 100 in turn vary less than chance: p', () => {
    const choice = chooseChart({ form: 'share', points: of(inTurn(48, 52), 100) });
    expect(choice).toMatchObject({ chart: 'p', drawable: 'p', needs: null });
    expect(choice.reason).toBe(
      'p chart: points vary as chance alone explains (σz 0.71, variance 0.17 times that of chance).',
    );
  });

  test('40 and 60 of 100 in turn: σz 3.55, p′', () => {
    const choice = chooseChart({ form: 'share', points: of(inTurn(40, 60), 100) });
    expect(choice.chart).toBe('p_prime');
    expect(choice.sigmaZ).toBeCloseTo(4 / 1.128, 10);
    expect(choice.reason).toContain('widened');
  });

  test('six at 35 and six at 65 of 100 differ, but not from neighbour to neighbour: p, and a change', () => {
    const choice = chooseChart({
      form: 'share',
      points: of([...Array(6).fill(35), ...Array(6).fill(65)], 100),
    });
    expect(choice.chart).toBe('p');
    expect(choice.dispersion?.p).toBeLessThan(0.001);
    expect(choice.reason).toContain('speaks of a change');
  });

  test('σz of 1.12 is widened only where the test rejects, too', () => {
    // Steps of 20 in 1,000 are 1.27 standard deviations, σz 1.12; a slow rise of the same steps makes the test reject.
    const turns = of(inTurn(474, 494, 24), 1000);
    const rising = turns.map(({ numerator, denominator }, index) => ({
      numerator: numerator + index * 6,
      denominator,
    }));
    expect(chooseChart({ form: 'share', points: turns })).toMatchObject({ chart: 'p' });
    const choice = chooseChart({ form: 'share', points: rising });
    expect(choice.sigmaZ).toBeLessThan(1.2);
    expect(choice.sigmaZ).toBeGreaterThan(1);
    expect(choice.chart).toBe('p_prime');
  });

  test('11 in 12 points are fewer than one a point: cases between, and p until then', () => {
    const points = of([...Array<number>(11).fill(1), 0], 50);
    expect(chooseChart({ form: 'share', points })).toMatchObject({
      chart: 'g',
      needs: 'cases_between',
      drawable: 'p',
    });
    expect(chooseChart({ form: 'share', points: of(Array<number>(12).fill(1), 50) }).chart).toBe('p');
  });

  test('what is nearly always so is as rare the other way', () => {
    expect(chooseChart({ form: 'share', points: of([...Array<number>(11).fill(50), 49], 50) }).chart).toBe(
      'g',
    );
  });

  test('none of any and all of all have nothing to judge', () => {
    for (const count of [0, 50])
      expect(chooseChart({ form: 'share', points: of(Array<number>(12).fill(count), 50) })).toMatchObject({
        chart: 'p',
        sigmaZ: null,
      });
  });

  test('11 of 10 is refused', () => {
    expect(() => chooseChart({ form: 'share', points: of(Array<number>(12).fill(11), 10) })).toThrow(
      '11 of 10',
    );
  });
});

describe('rates and counts', () => {
  test('large denominators: 400 and 600 in 10,000 are u′', () => {
    expect(chooseChart({ form: 'rate', points: of(inTurn(400, 600), 10_000) }).chart).toBe('u_prime');
    expect(chooseChart({ form: 'rate', points: of(inTurn(490, 510), 10_000) }).chart).toBe('u');
  });

  test('counts that vary as independent events are c, that vary more are XmR', () => {
    expect(chooseChart({ form: 'count', points: inTurn(8, 12) }).chart).toBe('c');
    expect(chooseChart({ form: 'count', points: inTurn(5, 15) }).chart).toBe('xmr');
  });

  test('counts that never vary are c: an XmR chart would be narrower than chance', () => {
    expect(chooseChart({ form: 'count', points: inTurn(9, 9) })).toMatchObject({ chart: 'c', sigmaZ: 0 });
  });

  test('fewer than one a point: time between, and XmR or u until then', () => {
    const few = [...Array<number>(11).fill(1), 0];
    expect(chooseChart({ form: 'count', points: few })).toMatchObject({
      chart: 't',
      needs: 'time_between',
      drawable: 'xmr',
      reason:
        't chart: 11 in 12 points are fewer than one a point, so the time between them says more; or take longer periods.',
    });
    expect(chooseChart({ form: 'rate', points: of(few, 90) })).toMatchObject({ chart: 't', drawable: 'u' });
    expect(chooseChart({ form: 'count', points: Array<number>(12).fill(0) })).toMatchObject({ chart: 'c' });
  });
});

describe('means, medians and rare events', () => {
  test('means of 10 to 20 are XmR, of 10 to 21 i′', () => {
    const means = (most: number) =>
      inTurn(10, most).map((denominator) => ({ numerator: 3 * denominator, denominator }));
    expect(chooseChart({ form: 'mean', points: means(20) }).chart).toBe('xmr');
    expect(chooseChart({ form: 'mean', points: means(21) })).toMatchObject({
      chart: 'i_prime',
      reason: 'i′ chart: means of 10 to 21, so each point has limits by its own number.',
    });
  });

  test('time between events is t, and cases between where two fall together', () => {
    expect(chooseChart({ form: 'time_between', points: inTurn(3, 9) }).chart).toBe('t');
    expect(chooseChart({ form: 'time_between', points: inTurn(0, 9) })).toMatchObject({
      chart: 'g',
      needs: 'cases_between',
      drawable: 'run',
    });
    expect(chooseChart({ form: 'cases_between', points: inTurn(0, 9) }).chart).toBe('g');
  });
});

describe('always', () => {
  const count = fc.integer({ min: 0, max: 60 });
  const points = fc.array(fc.option(count, { freq: 6 }), { maxLength: 40 });

  test('the drawable chart can be drawn of the points, and so can its alternatives', () => {
    fc.assert(
      fc.property(
        points,
        fc.constantFrom<SeriesForm>('count', 'share', 'rate', 'mean', 'duration'),
        (drawn, form) => {
          const series =
            form === 'count' || form === 'duration'
              ? ({ form, points: drawn } as const)
              : ({
                  form: form === 'share' || form === 'rate' ? form : 'mean',
                  points: drawn.map((value) =>
                    value === null ? null : { numerator: value, denominator: 60 },
                  ),
                } as const);
          const { drawable, alternatives, reason, n } = chooseChart(series);
          expect(new Set([drawable, ...alternatives])).toEqual(new Set(KINDS_OF_FORM[form]));
          for (const kind of [drawable, ...alternatives])
            expect(chartOfKind(kind, series).points).toHaveLength(drawn.length);
          expect(reason).toMatch(/^\S.*\.$/);
          expect(n).toBe(drawn.filter((value) => value !== null).length);
        },
      ),
    );
  });

  test('a chosen chart of counts or shares is never narrower than chance makes it', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 12, maxLength: 40 }), (drawn) => {
        const series = { form: 'count', points: drawn } as const;
        const { chart, needs } = chooseChart(series);
        fc.pre(needs === null);
        const reach = (kind: typeof chart) => chartOfKind(kind, series).points[0]?.sigma ?? 0;
        expect(reach(chart)).toBeGreaterThanOrEqual(reach('c') * 0.9999 - 1e-9);
      }),
    );
  });
});

test('a kind that does not fit the points is refused by name', () => {
  expect(() => chartOfKind('p', { form: 'count', points: [1, 2] })).toThrow('a count cannot be drawn');
});

test('per 1,000 holds for every chart of a rate', () => {
  const series = { form: 'rate', points: of(inTurn(4, 6), 2000) } as const;
  for (const kind of KINDS_OF_FORM.rate)
    if (kind !== 'mr') expect(chartOfKind(kind, series, { per: 1000 }).points[0]?.value).toBeCloseTo(2, 12);
});
