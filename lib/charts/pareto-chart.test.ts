import { describe, expect, test } from 'vitest';
import { rank } from '../analysis/pareto.ts';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import { triggerPareto } from './pareto-chart.ts';

const context = { periodWords: '1 Jan to 24 Aug 2023', comparisonWords: 'the 34 weeks before' };
const mock = [73, 452, 431, 341, 277, 227, 171, 143, 118, 61, 55, 34, 29];

describe('the headline', () => {
  test('nothing, and nothing classified', () => {
    expect(headline([])).toBe('No incidents in this period');
    expect(headline([40])).toBe('None of the 40\u00a0incidents has a trigger yet: all are unclassified');
  });

  test('three classified incidents are too few to rank', () => {
    expect(headline([9, 2, 1])).toBe('Too few to rank: 3\u00a0incidents with a trigger');
  });

  test('one trigger is the only one', () => {
    expect(headline([3, 9])).toBe('Billing error is the only trigger: 9 of 12 incidents');
  });

  test('three equal triggers do not stand out', () => {
    expect(headline([0, 6, 6, 6])).toBe('No trigger stands out: the counts of all 3 cannot be told apart');
  });

  test('two that chance could reorder lead together, and seven of twelve make 85 %', () => {
    expect(headline(mock)).toBe(
      'Billing error and delay or long wait lead together; their counts cannot be told apart. 7 of 12 triggers make 85\u00a0%',
    );
  });

  test('one that stands out leads; one of two makes 90 %', () => {
    expect(headline([0, 90, 10])).toBe(
      'Billing error leads with 90 of 100, 90.0\u00a0%. One of 2 triggers makes 90\u00a0%',
    );
  });

  test('where most is unclassified that is said', () => {
    expect(headline([60, 30, 10])).toBe(
      'Billing error leads with 30 of 100, 30.0\u00a0%. 60.0\u00a0% are unclassified',
    );
  });
});

describe('the panel', () => {
  const panel = triggerPareto(
    ranking(
      mock,
      mock.map((count) => count + 1),
    ),
    context,
  );

  test('keeps the unclassified as a bar, names n and the comparison', () => {
    expect(panel.subtitle).toBe(
      'Incidents by trigger, 1 Jan to 24 Aug 2023, n\u00a02,412, none left out; 73 unclassified kept as a bar. A bracket joins bars that chance could reorder (5\u00a0% level). Outline: the 34 weeks before, 2,425 under the same triggers.',
    );
    expect(panel.picture?.bars.at(-1)).toMatchObject({ id: 'unclassified', uncoded: true, comparison: 74 });
  });

  test('card, chart and table have one sum: 2,412', () => {
    expect(panel.picture?.bars.reduce((sum, { count }) => sum + count, 0)).toBe(2412);
    expect(panel.table.rows.reduce((sum, { cells }) => sum + Number(cells[1]), 0)).toBe(2412);
    expect(panel.table.total?.[1]).toBe(2412);
    expect(panel.open?.label).toBe('Open 2,412\u00a0incidents');
  });

  test('every bar opens its trigger', () => {
    expect(panel.picture?.bars[0]?.open).toEqual({
      selections: [{ dimension: 'trigger', value: 'billing_error' }],
    });
  });

  test('without a comparison nothing is said of one', () => {
    const alone = triggerPareto(ranking(mock, null), { ...context, comparisonWords: null });
    expect(alone.subtitle).not.toContain('Outline');
    expect(alone.picture?.comparisonLabel).toBeNull();
    expect(alone.table.columns).toHaveLength(6);
  });

  test('without incidents there is no picture and a word why', () => {
    expect(triggerPareto(ranking([], null), context)).toMatchObject({
      picture: null,
      empty: 'No incidents in this period.',
    });
  });
});

/** Counts by trigger code: unclassified first. */
function ranking(counts: readonly number[], before: readonly number[] | null) {
  const rows = (values: readonly number[]) => values.map((count, code) => ({ code, count }));
  return rank(rows(counts), before && rows(before), TRIGGERS);
}

function headline(counts: readonly number[]): string {
  return triggerPareto(ranking(counts, null), context).headline;
}
