import { describe, expect, test } from 'vitest';
import { type WatchedSeries, watch } from '../analysis/watch.ts';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import { draw } from './draw.ts';
import { findings } from './findings-fixture.ts';
import { signalsPanel, tellSignals } from './signals-panel.ts';

const calm = [9, 10, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11, 10, 9];
const context = { periodWords: '1 Jan to 14 Apr 2024' };
const billing = TRIGGERS.find(({ id }) => id === 'billing_error');
const series = (
  id: 'incidents' | 'escalation_rate',
  counts: readonly number[],
  of: WatchedSeries['of'] = null,
) => ({
  findings: findings(id, {
    weeks: counts.map((count) => (id === 'incidents' ? count : ([count, 40] as const))),
  }),
  of,
});
const ofBilling = billing ? { dimension: 'trigger' as const, term: billing } : null;

describe('one rate that is worse, one count that changed, one quiet and one too short', () => {
  const watched = watch([
    series('escalation_rate', [...calm, 32], ofBilling),
    series('incidents', [...calm, 31]),
    series('incidents', [...calm, 10], ofBilling),
    series('escalation_rate', calm.slice(0, 5)),
  ]);
  const panel = signalsPanel(tellSignals(watched), 0.4, context);

  test('the headline counts 2 of 3, and the subtitle how many chance would flag', () => {
    expect(panel.headline).toBe('2 of 3 series show a real change now: 1 for the worse, 1 neither');
    expect(panel.subtitle).toContain('By chance alone none or one of 3 would be flagged.');
  });

  test('a row names series, rule, week, latest and usual range, and opens the 40 of its latest week', () => {
    expect(panel.picture?.rows[0]).toMatchObject({
      key: 'escalation_rate:trigger:billing_error|beyond|up|2024-04-08',
      seen: null,
      fired: '8 Apr',
      series: 'Escalation rate, billing error',
      state: 'concern',
      rule: 'above upper limit',
      latest: '32 of 40',
      open: {
        label: 'Open 40\u00a0incidents',
        narrowing: {
          measure: 'escalation_rate',
          window: { from: '2024-04-08', until: '2024-04-15' },
          selections: [{ dimension: 'trigger', value: 'billing_error' }],
        },
      },
    });
    expect(panel.picture?.rows[0]?.sentence).toMatch(
      /^Escalation rate, billing error: a concern, above the upper/,
    );
  });

  test('the table lists all four: two that signal, one quiet, one too few', () => {
    expect(panel.table.rows.map(({ cells }) => cells[1])).toEqual([
      'Concern',
      'Change',
      'No real change',
      'Too few to judge',
    ]);
  });

  test('the picture says the same words, at any width', () => {
    for (const width of [358, 704]) {
      const svg = panel.picture ? draw(panel.picture, { width, theme: 'light', label: 'Signals' }) : '';
      expect(svg).toContain('8 Apr');
      expect(svg).toContain('1 series: common cause only; 1 too few to judge');
    }
  });
});

test('nothing that signals is said as nothing, and nothing that can be judged as too early', () => {
  expect(signalsPanel(tellSignals(watch([series('incidents', calm)])), 0.1, context).headline).toBe(
    'None of 1 series shows a real change now',
  );
  const early = signalsPanel(tellSignals(watch([series('incidents', calm.slice(0, 4))])), 0, context);
  expect(early.headline).toBe('Too early to judge any of 1 series');
  expect(early.subtitle).not.toContain('By chance');
  expect(early.picture).toBeNull();
});

describe('what people said of signals', () => {
  const watched = watch([
    series('escalation_rate', [...calm, 32], ofBilling),
    series('incidents', [...calm, 31]),
  ]);
  const said = { signalReviewId: 4, reason: null, until: null, madeBy: 'R. Okafor', madeOn: '2024-04-15' };

  test('a signal that was seen says by whom and stands after the others', () => {
    const key = 'escalation_rate:trigger:billing_error|beyond|up|2024-04-08';
    const rows = signalsPanel(tellSignals(watched), 0.4, context, [{ ...said, kind: 'acknowledged', key }])
      .picture?.rows;
    expect(rows?.map(({ series: name }) => name)).toEqual(['Incidents', 'Escalation rate, billing error']);
    expect(rows?.[1]?.seen).toEqual({ reviewId: 4, words: 'Seen by R. Okafor on 15 Apr 2024' });
  });

  test('a muted series is counted apart with its reason, and said in the headline no more', () => {
    const muted = {
      ...said,
      kind: 'muted' as const,
      key: 'incidents',
      reason: 'the rush',
      until: '2024-06-01',
    };
    const panel = signalsPanel(tellSignals(watched), 0.4, context, [muted]);
    expect(panel.headline).toBe('1 of 2 series shows a real change now: 1 for the worse; 1 more is muted');
    expect(panel.picture?.muted).toEqual([
      {
        reviewId: 4,
        series: 'Incidents',
        words: 'muted by R. Okafor on 15 Apr 2024 until 1 Jun 2024: the rush',
      },
    ]);
  });
});
