import { describe, expect, test } from 'vitest';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import { OUTCOMES, type Outcome, toCode } from '../taxonomy/fixed-sets.ts';
import { hourHeat } from './hour-heat.ts';
import { outcomeHeat } from './outcome-heat.ts';

const context = { periodWords: '1 Jan to 24 Aug 2023' };

describe('trigger by outcome', () => {
  test('nothing, and nothing settled', () => {
    expect(outcomes([]).headline).toBe('No incidents in this period');
    expect(
      outcomes([
        [1, 'unknown', 7],
        [2, 'follow_up_pending', 5],
      ]).headline,
    ).toBe('No outcome is settled yet among 12\u00a0incidents');
  });

  test('three settled outcomes are too few, none bad is said', () => {
    expect(
      outcomes([
        [1, 'resolved', 2],
        [2, 'unresolved', 1],
      ]).headline,
    ).toBe('Too few to compare: 3\u00a0settled outcomes');
    expect(outcomes([[1, 'resolved', 8]]).headline).toBe('None of 8 settled outcomes is unresolved or lost');
  });

  test('one trigger has nothing to be compared with', () => {
    expect(
      outcomes([
        [1, 'resolved', 8],
        [1, 'unresolved', 2],
      ]).headline,
    ).toBe('2 of 10 settled outcomes are unresolved or lost');
  });

  test('10 of 100 against 12 of 100 is chance', () => {
    const panel = outcomes([
      [1, 'resolved', 90],
      [1, 'unresolved', 10],
      [2, 'resolved', 88],
      [2, 'customer_lost', 12],
    ]);
    expect(panel.headline).toBe(
      'No trigger ends unresolved or lost clearly more often than the rest: 22 of 200 settled outcomes',
    );
  });

  test('35 of 53 against 20 of 200 is not; pending and unknown are beside the comparison', () => {
    const panel = outcomes([
      [9, 'unresolved', 35],
      [9, 'resolved', 18],
      [9, 'unknown', 50],
      [1, 'resolved', 180],
      [1, 'customer_lost', 20],
      [1, 'follow_up_pending', 4],
    ]);
    expect(panel.headline).toBe(
      'Dispute or legal matter ends unresolved or lost more often than the rest: 35 of 53, against 20 of 200',
    );
    expect(panel.subtitle).toContain('Shown but not judged in the headline: 50 unknown, 4 pending.');
  });

  test('cells have the tone of their share of the row; unknown has none; zero opens nothing', () => {
    const { picture, table } = outcomes([
      [1, 'resolved', 60],
      [1, 'unresolved', 4],
      [1, 'unknown', 36],
    ]);
    const cells = picture?.cells[0];
    expect(cells?.map(({ step }) => step)).toEqual([7, 0, 0, 0, 2, 0, 0]);
    expect(cells?.at(-1)).toMatchObject({ unknown: true, count: 36 });
    expect(cells?.[1]).toMatchObject({ count: 0, open: null });
    expect(table.total).toEqual(['Total', 60, 0, 0, 0, 4, 0, 36, 100]);
    expect(cells?.[4]?.open?.selections).toEqual([
      { dimension: 'trigger', value: 'billing_error' },
      { dimension: 'outcome', value: 'unresolved' },
    ]);
  });

  function outcomes(rows: readonly [trigger: number, outcome: Outcome, count: number][]) {
    const counted = rows.map(([trigger, outcome, count]) => ({
      trigger,
      outcome: toCode(OUTCOMES, outcome),
      count,
    }));
    return outcomeHeat(counted, TRIGGERS, context);
  }
});

describe('weekday by hour', () => {
  test('nothing, and no known hour', () => {
    expect(hours([]).headline).toBe('No incidents in this period');
    const dates = hours([[1, null, 2827]]);
    expect(dates.headline).toBe('The hour is known for none of the 2,827\u00a0incidents');
    expect(dates).toMatchObject({
      picture: null,
      open: { label: 'Open 2,827\u00a0incidents, 0 with a known hour' },
    });
    expect(dates.empty).toContain('Only the date');
  });

  test('four are too few to see a pattern', () => {
    expect(hours([[1, 9, 4]]).headline).toBe('Too few to see a pattern: 4\u00a0incidents with a known hour');
  });

  test('a clear lead is named, a lead that chance could have made is called so, a tie names both', () => {
    expect(
      hours([
        [1, 10, 123],
        [2, 9, 60],
      ]).headline,
    ).toBe('Monday 10–11 is the busiest hour of the week: 123 of 183, 67.2\u00a0%');
    expect(
      hours([
        [1, 10, 12],
        [2, 9, 10],
      ]).headline,
    ).toContain('but chance could put another hour first');
    expect(
      hours([
        [1, 10, 12],
        [2, 9, 12],
      ]).headline,
    ).toBe('Tuesday 09–10 and Monday 10–11 have the most, 12 of 24, 50.0\u00a0% each');
    expect(
      hours([
        [1, 10, 4],
        [2, 9, 4],
        [3, 9, 4],
      ]).headline,
    ).toBe('No hour stands out: 3 share the largest count, 4');
  });

  test('hours between the first and the last have a row, the unknown hour is counted beside', () => {
    const panel = hours([
      [1, 9, 5],
      [7, 11, 2],
      [3, null, 3],
    ]);
    expect(panel.picture?.rows.map(({ label }) => label)).toEqual(['09–10', '10–11', '11–12']);
    expect(panel.picture?.total).toBe(7);
    expect(panel.subtitle).toContain('n\u00a07. Left out: 3 of 10 without a known hour.');
    expect(panel.open?.label).toBe('Open 10\u00a0incidents, 7 with a known hour');
    expect(panel.picture?.cells[0]?.[0]?.open?.selections).toEqual([
      { dimension: 'weekday', value: '1' },
      { dimension: 'hour', value: '9' },
    ]);
  });

  test('a weekday opens its incidents only where all hours are known, else it would open more than it counts', () => {
    expect(hours([[1, 9, 5]]).picture?.columns[0]?.open).toEqual({
      selections: [{ dimension: 'weekday', value: '1' }],
    });
    expect(
      hours([
        [1, 9, 5],
        [1, null, 1],
      ]).picture?.columns[0]?.open,
    ).toBeNull();
  });

  function hours(rows: readonly [weekday: number, hour: number | null, count: number][]) {
    return hourHeat(
      rows.map(([weekday, hour, count]) => ({ weekday, hour, count })),
      context,
    );
  }
});
