import { describe, expect, test } from 'vitest';
import { findBetween, type RareEvent, rareKind, usualRareKind } from '../analysis/rare-events.ts';
import { suggestRestarts } from '../analysis/suggest-restarts.ts';
import { shiftDays } from '../filters/local-dates.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import { chartOffer } from './chart-offer.ts';
import { controlPanel } from './control-chart.ts';
import { FIRST_WEEK, findings } from './findings-fixture.ts';
import { measureCard } from './measure-card.ts';

const CONTEXT = { periodWords: '1 Jan to 30 Jun 2024', comparisonWords: 'the 26 weeks before' };

/** Events at these places among cases of which there are two a day. */
const at = (...places: number[]): RareEvent[] =>
  places.map((place) => ({ place, day: shiftDays(FIRST_WEEK, Math.ceil(place / 2) - 1), onDay: 2 }));

/** 26 weeks of 14 cases, of which so many have one event. */
const weekly = (id: MeasureId, events: number) =>
  findings(id, {
    weeks: Array.from({ length: 26 }, (_, index) => [index < events ? 1 : 0, 14] as const),
    before: [[9, 90]],
    total: 364,
    target: 0.05,
  });

/** 13 events with 20 and 24 cases between them in turn, then one after 200. */
const PLACES = Array.from({ length: 13 }, (_, index) => 21 + index * 23 + (index % 2) * 2);
const late = [...PLACES, (PLACES.at(-1) ?? 0) + 90];

describe('weeks with fewer than one event', () => {
  test('are told better by the cases between: offered beside the charts of weeks, as the one that fits', () => {
    const found = weekly('customer_lost_rate', 14);
    expect(rareKind(found)).toEqual({ kind: 'g', few: 'above' });
    const { kinds, summary } = chartOffer(found, null);
    expect(summary).toContain('g chart: 14 in 26 points are fewer than one a point');
    expect(kinds.map(({ kind, isDrawn, fits, isUsual }) => [kind, isDrawn, fits, isUsual])).toEqual([
      ['p', true, false, false],
      ['p_prime', false, false, false],
      ['i_prime', false, false, false],
      ['xmr', false, false, false],
      ['run', false, false, false],
      ['g', false, true, true],
    ]);
  });

  test('are told so by themselves from 13 events on, which have the 12 gaps that limits need', () => {
    expect(usualRareKind(weekly('customer_lost_rate', 13))).toEqual({ kind: 'g', few: 'above' });
    expect(usualRareKind(weekly('customer_lost_rate', 12))).toBeNull();
    const nearly = findings('resolution_rate', {
      weeks: Array.from({ length: 26 }, (_, index) => [index < 13 ? 13 : 14, 14] as const),
    });
    expect(usualRareKind(nearly)).toEqual({ kind: 'g', few: 'rest' });
  });

  test('where nearly all are above the line, the rest are the events; two of them are too few', () => {
    const nearly = findings('resolution_rate', {
      weeks: Array.from({ length: 26 }, (_, index) => [index < 9 ? 13 : 14, 14] as const),
    });
    expect(rareKind(nearly)).toEqual({ kind: 'g', few: 'rest' });
    expect(rareKind(weekly('customer_lost_rate', 2))).toBeNull();
  });

  test('of a count are told by the time between; of often enough, or of steps, not at all', () => {
    const counts = (of: number) =>
      findings('incidents', { weeks: Array.from({ length: 26 }, (_, i) => (i < of ? 1 : 0)) });
    expect(rareKind(counts(9))).toEqual({ kind: 't', few: 'above' });
    expect(rareKind(findings('incidents', { weeks: Array(26).fill(4) }))).toBeNull();
    expect(rareKind(weekly('handoff_completeness', 9))).toBeNull();
  });
});

describe('customers lost, by the cases between', () => {
  const found = findBetween(weekly('customer_lost_rate', 14), { kind: 'g', few: 'above' }, at(...late));
  const panel = controlPanel(found, CONTEXT, [{ day: shiftDays(FIRST_WEEK, 30), label: 'new script' }], 'g');

  test('14 events are 13 points, each the cases since the one before', () => {
    expect(panel.picture?.points.map(({ value }) => value)).toEqual([
      24, 20, 24, 20, 24, 20, 24, 20, 24, 20, 24, 20, 89,
    ]);
    expect(panel.subtitle).toContain(
      'Customers lost, incidents between two: incidents between one that is lost and the next, one point an event from the second on, 1 Jan to 30 Jun 2024, 14\u00a0events among 364. A higher point is a rarer event. g chart, 3-sigma limits,',
    );
    expect(panel.definition.passage).toBe('g-and-t-chart');
  });

  test('89 after 20 and 24 lie within 27 ± 3 × 27.6: no real change, on the card as in the chart', () => {
    const mean = (6 * 24 + 6 * 20 + 89) / 13;
    expect(found.judgement.chart.points[0]?.upper).toBeCloseTo(mean + 3 * Math.sqrt(mean * (mean + 1)), 9);
    expect(panel.headline).toMatch(
      /^Customers lost, incidents between two: no real change in 13 events; usual range 0–/,
    );
    const card = measureCard(found, 'the 26 weeks before');
    expect(card).toMatchObject({
      label: 'Customers lost',
      detail: ['14 of 364', expect.any(String)],
      verdict: { state: 'common' },
      comparison: '10.0\u00a0% before, 9 of 90',
      target: { words: 'target\u00a05.0\u00a0%' },
    });
  });

  test('a point opens the cases of its day, and the table has a row for each with limits for the file', () => {
    expect(panel.table.rows).toHaveLength(13);
    expect(panel.table.columns.map(({ label }) => label)).toEqual([
      'Event of',
      'Customers lost, incidents between two',
      'Usual from',
      'Usual to',
      'Centre',
      'Lower limit, not cut',
      'Upper limit, not cut',
      'Signal',
      'Event',
    ]);
    const [first] = panel.table.rows;
    expect(first?.open).toMatchObject({ measure: 'customer_lost_rate' });
    expect(panel.picture?.points[0]?.incidents).toBe(2);
  });

  test('what happened on day 30 stands before the events that came after it', () => {
    const before = at(...late)
      .slice(1)
      .filter(({ day }) => day < shiftDays(FIRST_WEEK, 30)).length;
    expect(panel.picture?.events).toMatchObject([{ index: before, words: 'new script' }]);
  });

  test('far rarer events are an improvement: 300 cases where 20 to 24 are usual', () => {
    const rarer = findBetween(
      weekly('customer_lost_rate', 14),
      { kind: 'g', few: 'above' },
      at(...PLACES, (PLACES.at(-1) ?? 0) + 301),
    );
    expect(controlPanel(rarer, CONTEXT).headline).toMatch(
      /: an improvement, above the upper limit in the event of/,
    );
    expect(measureCard(rarer, null).verdict.words).toBe('Improvement: above upper limit');
  });

  test('restarts are suggested by weeks, as limits of weeks are re-based', () => {
    expect(suggestRestarts(found)).toEqual([]);
  });
});

describe('incidents, by the days between', () => {
  const counts = findings('incidents', {
    weeks: Array.from({ length: 26 }, (_, index) => (index % 2 ? 1 : 0)),
  });
  const days = (...list: number[]): RareEvent[] =>
    list.map((day, index) => ({ place: index + 1, day: shiftDays(FIRST_WEEK, day), onDay: 1 }));
  const every = (step: number) =>
    days(...Array.from({ length: 13 }, (_, index) => index * step + (index % 3)));

  test('are days, in a t chart', () => {
    const found = findBetween(counts, { kind: 't', few: 'above' }, every(12));
    expect(found.judgement.chart.kind).toBe('t');
    expect(controlPanel(found, CONTEXT).picture?.points[0]?.value).toBe(13 * 24 * 60);
    expect(controlPanel(found, CONTEXT).headline).toContain('\u00a0days');
  });

  test('two on one day have no time between them: a run chart of the days, and why', () => {
    const found = findBetween(counts, { kind: 't', few: 'above' }, [...every(12), ...days(144)]);
    expect(found.judgement.chart.kind).toBe('run');
    expect(chartOffer(found, 't').summary).toMatch(
      /^Run chart: two events on one day have no time between them/,
    );
  });

  test('nine gaps have trial limits, as nine weeks have', () => {
    const found = findBetween(counts, { kind: 't', few: 'above' }, every(12).slice(0, 10));
    expect(found.judgement).toMatchObject({ isJudged: false, limits: { trial: true } });
    expect(measureCard(found, null).verdict.words).toBe('Too early: 9 of 12 events');
  });
});
