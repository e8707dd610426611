import { describe, expect, it } from 'vitest';
import { effectSeries } from '../analysis/training/effect-series.ts';
import { findEffect, type HandledDay } from '../analysis/training/find-effect.ts';
import { shiftDays } from '../filters/local-dates.ts';
import { RULE_SETS } from '../statistics/rules.ts';
import { draw } from './draw.ts';
import { changesPanel, sharesPanel } from './training-effect.ts';
import { sidePanel } from './training-side.ts';
import { effectHeadline, effectInShort, formatPoints, wouldShowWords } from './training-words.ts';

const HELD_ON = '2026-03-02';
const WINDOWS = {
  before: { from: shiftDays(HELD_ON, -364), until: HELD_ON },
  after: { from: shiftDays(HELD_ON, 1), until: shiftDays(HELD_ON, 197) },
};
const SESSION = {
  heldOn: HELD_ON,
  module: 'Listening first',
  techniques: 'Active listening and paraphrasing',
  sessionId: 12,
  comparedTeams: ['3', '4'],
  rules: RULE_SETS.nhs,
};

/** A day each week: 10 opportunities, of which so many are effective before and after. */
function weekly(side: HandledDay['side'], before: number, after: number): HandledDay[] {
  return Array.from({ length: 80 }, (_, week) => {
    const day = shiftDays(WINDOWS.before.from, week * 7 + 3);
    // One up, one down, so that the series varies as chance has it.
    const effective = (day < HELD_ON ? before : after) + (week % 3) - 1;
    return { side, day, effective, opportunities: 10, incidents: 8 };
  });
}

const rows = [...weekly('trained', 5, 8), ...weekly('compared', 5, 5)];
const effect = findEffect(rows, WINDOWS);
const series = effectSeries(rows, WINDOWS);

describe('a session on its charts', () => {
  it('is an event between the last point before and the first after, with the day and the module', () => {
    const { picture } = sidePanel('trained', effect, series, SESSION);
    expect(picture?.events).toEqual([{ index: 52, day: '2 Mar 2026', words: 'Listening first' }]);
    expect(picture?.points.length).toBe(80);
  });

  it('limits come from the 52 weeks before: 5 of 10 on average, so that 8 of 10 is a shift', () => {
    const { picture, headline } = sidePanel('trained', effect, series, SESSION);
    expect(picture?.segments[0]?.centre).toBeCloseTo(0.5, 2);
    expect(headline).toBe(
      'Trained: 49.8\u00a0% before, 80.0\u00a0% after; 28 weeks in a row above the centre',
    );
    expect(picture?.points.slice(60).every(({ state }) => state === 'improvement')).toBe(true);
  });

  it('the other side has no signal after the session', () => {
    const { headline } = sidePanel('compared', effect, series, SESSION);
    expect(headline).toMatch(/^Not trained: .*; no signal among the weeks after$/);
  });

  it('its link says incidents and opportunities, and its table adds up to both', () => {
    const { open, table } = sidePanel('trained', effect, series, SESSION);
    const sum = (column: number) => table.rows.reduce((total, { cells }) => total + Number(cells[column]), 0);
    expect([sum(2), sum(3)]).toEqual([800, 640]);
    // 28 of the 80 weeks lie after the session.
    expect(open?.label).toBe('Open 224\u00a0incidents after with 280 opportunities');
    expect(open?.narrowing).toEqual({
      window: WINDOWS.after,
      session: { session: 12, side: 'trained' },
    });
  });

  it('the four shares and the three changes are drawn, the difference last', () => {
    const shares = sharesPanel(effect, SESSION);
    const changes = changesPanel(effect);
    expect(shares.picture?.rows.map(({ label }) => label)).toEqual([
      'Trained, before',
      'Trained, after',
      'Not trained, before',
      'Not trained, after',
    ]);
    expect(shares.table.rows[2]?.open).toEqual({
      window: WINDOWS.before,
      session: { session: 12, side: 'others' },
      selections: [
        { dimension: 'team', value: '3' },
        { dimension: 'team', value: '4' },
      ],
    });
    expect(changes.picture?.rows.map(({ label }) => label)).toEqual(['Trained', 'Not trained', 'Difference']);
    for (const { picture } of [shares, changes])
      expect(picture && draw(picture, { width: 456, theme: 'light', label: 'x' })).toContain('Trained');
  });

  it('without any opportunity nothing is drawn, and why is said', () => {
    const none = findEffect([], WINDOWS);
    expect(sharesPanel(none, SESSION)).toMatchObject({
      picture: null,
      empty: expect.stringContaining('No opportunity'),
    });
    expect(changesPanel(none).picture).toBeNull();
    expect(sidePanel('compared', none, effectSeries([], WINDOWS), SESSION)).toMatchObject({
      picture: null,
      open: null,
    });
  });
});

describe('the effect in words', () => {
  it('a real rise by its points and interval', () => {
    expect(effectHeadline(effect)).toBe(
      'Followed by a real rise, 30.0 points more than in people not trained (95\u00a0% interval +20.2 to +39.4)',
    );
    expect(effectInShort(effect)).toBe('Real rise, +30.0 points');
  });

  it('nothing, with what would have shown', () => {
    const nothing = findEffect([...weekly('trained', 5, 5), ...weekly('compared', 5, 5)], WINDOWS);
    expect(effectHeadline(nothing)).toMatch(/^No real change beside people not trained: [+−]?\d\.\d points/);
    expect(wouldShowWords(nothing)).toMatch(/^With so many opportunities a rise of \d+ points or more/);
  });

  it('three weeks are too early, of four that are needed', () => {
    const early = { ...WINDOWS, after: { ...WINDOWS.after, until: shiftDays(HELD_ON, 1 + 27) } };
    expect(effectHeadline(findEffect(rows, early))).toBe(
      'Too early to say: 3\u00a0whole weeks since the session, 4 are needed',
    );
  });

  it.each([
    [0.139, '+13.9'],
    [-0.02, '−2.0'],
    [0.0001, '0.0'],
    [0, '0.0'],
  ])('%f is %s points', (difference, words) => expect(formatPoints(difference)).toBe(words));
});
