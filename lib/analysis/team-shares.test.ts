import { expect, test } from 'vitest';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import { rank } from './pareto.ts';
import { shareByTeam, type TeamRow } from './team-shares.ts';

const teams = [
  { code: 0, id: 'unknown', label: 'Team not known', rank: 1 },
  ...Array.from({ length: 14 }, (_, index) => ({
    code: index + 1,
    id: String(index + 1),
    label: `Team ${String.fromCharCode(78 - index)}`,
    rank: 0,
  })),
];
const row = (team: number, code: number, count: number): TeamRow => ({ team, code, count, incidents: count });

function shares(rows: readonly TeamRow[]) {
  const counts = new Map<number, number>();
  for (const { code, count } of rows) counts.set(code, (counts.get(code) ?? 0) + count);
  return shareByTeam(
    rows,
    rank(
      [...counts].map(([code, count]) => ({ code, count })),
      null,
      TRIGGERS,
    ),
    teams,
  );
}

test('6 of 8 billing errors are three quarters of one team, 2 of 12 a sixth of the other', () => {
  const {
    values,
    rest,
    teams: found,
  } = shares([row(1, 1, 6), row(1, 2, 2), row(2, 1, 2), row(2, 2, 7), row(2, 0, 3)]);
  expect(values.map(({ term, share }) => [term.id, share])).toEqual([
    ['service_delay', 9 / 20],
    ['billing_error', 8 / 20],
  ]);
  expect(rest).toBeCloseTo(3 / 20, 12);
  expect(found.map(({ term, shares: own }) => [term.label, ...own.map(({ share }) => share)])).toEqual([
    ['Team M', 7 / 12, 2 / 12, 3 / 12],
    ['Team N', 2 / 8, 6 / 8, 0],
  ]);
});

test('teams stand by name and not by number, a team that is not known last, four incidents are too few', () => {
  const { teams: found } = shares([row(0, 1, 50), row(3, 1, 4), row(1, 1, 9)]);
  expect(found.map(({ term, few }) => [term.label, few])).toEqual([
    ['Team L', true],
    ['Team N', false],
    ['Team not known', false],
  ]);
});

test('of fourteen teams the dozen with most incidents are shown, and two are counted', () => {
  const rows = Array.from({ length: 14 }, (_, index) => row(index + 1, 1, 10 + index));
  const { teams: found, unshown } = shares(rows);
  expect([found.length, unshown]).toEqual([12, 2]);
  expect(found.map(({ term }) => term.code)).not.toContain(1);
});

test('nothing is nothing', () => {
  expect(shares([])).toEqual({ values: [], rest: 0, teams: [], unshown: 0 });
});
