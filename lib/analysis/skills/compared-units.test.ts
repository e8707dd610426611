import { describe, expect, test } from 'vitest';
import type { Term } from '../../filters/vocabulary.ts';
import { MEASURES } from '../../measures/measures.ts';
import { teamExposure } from './team-exposure.ts';
import { type ComparedUnit, unitFunnel } from './unit-funnel.ts';

const term = (code: number): Term => ({ code, id: `t${code}`, label: `Team ${code}`, rank: 0 });
const units = (
  ...of: readonly (readonly [numerator: number, denominator: number, squares?: number])[]
): ComparedUnit[] =>
  of.map(([numerator, denominator, squares = 0], index) => ({
    term: term(index + 1),
    numerator,
    denominator,
    squares,
    incidents: denominator,
  }));

describe('teams beside each other', () => {
  test('ten with 50 of 100 and one with 15 of 100: only that one is outside what chance explains', () => {
    const found = unitFunnel(MEASURES.de_escalation_rate, units(...Array(10).fill([50, 100]), [15, 100]));
    expect(
      found?.points
        .filter(({ outside }) => outside !== null)
        .map(({ unit, outside }) => [unit.term.id, outside]),
    ).toEqual([['t11', 'below']]);
    expect(found?.target).toBeCloseTo(515 / 1100, 12);
  });

  test('beyond 95 % only is not outside: 36 of 100 among ten with 50 of 100', () => {
    const found = unitFunnel(MEASURES.de_escalation_rate, units(...Array(10).fill([50, 100]), [36, 100]));
    expect(found?.points.every(({ outside }) => outside === null)).toBe(true);
  });

  test('a rate is told by its unit: 5 in 1,000 contacts is 5 per 1,000', () => {
    const found = unitFunnel(MEASURES.incident_rate, units([5, 1000], [10, 2000], [20, 4000]));
    expect(found?.target).toBeCloseTo(5, 12);
    expect(found?.points[0]?.value).toBeCloseTo(5, 12);
  });

  test('a mean of six things is a share: 480 of 600 items are 80 %', () => {
    const found = unitFunnel(MEASURES.documentation_completeness, units([480, 100, 2500], [450, 100, 2200]));
    expect(found?.points[0]?.value).toBeCloseTo(0.8, 12);
  });

  test('a team without anything is named, and one team alone makes no funnel', () => {
    expect(unitFunnel(MEASURES.csat, units([4, 1, 16]))).toBeNull();
    const found = unitFunnel(MEASURES.de_escalation_rate, units([5, 10], [0, 0], [6, 10]));
    expect(found?.leftOut.map(({ id }) => id)).toEqual(['t2']);
  });
});

describe('what teams bear', () => {
  const sums = [
    { code: 1, numerator: 12, denominator: 40, incidents: 90 },
    { code: 2, numerator: 0, denominator: 0, incidents: 0 },
  ];
  const week = { team: 1, start: '2024-03-04', agents: 2, severe: 9, incidents: 20 };

  test('12 severe in 40 agent-weeks are 0.30, from 0.15 to 0.52; two people above the limit in one week', () => {
    const [team, ...others] = teamExposure([term(1), term(2)], sums, [week], true);
    expect(others).toEqual([]);
    expect(team).toMatchObject({ rate: 0.3, above: 2, weeks: [week] });
    expect(team?.interval.map((end) => end.toFixed(2))).toEqual(['0.15', '0.52']);
  });

  test('where weeks would tell of too few people there are none, and the number of times stays', () => {
    expect(teamExposure([term(1)], sums, [week], false)[0]).toMatchObject({ above: 2, weeks: null });
  });
});
