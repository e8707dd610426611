import { describe, expect, it } from 'vitest';
import { parseFilters } from '../filters/parse-filters.ts';
import { MEASURE_IDS } from '../measures/measure-ids.ts';
import { MEASURES } from '../measures/measures.ts';
import { isBrokenBy, type SeriesBreak } from './series-breaks.ts';

const of = (said: Partial<SeriesBreak>): SeriesBreak => ({
  eventId: 1,
  day: '2026-11-03',
  change: 'merged',
  set: 'trigger',
  ids: ['outage', 'technical_issue'],
  words: '',
  ...said,
});
const broken = (said: Partial<SeriesBreak>, query = '') =>
  MEASURE_IDS.filter((id) => isBrokenBy(of(said), MEASURES[id], parseFilters(new URLSearchParams(query))));

describe('without filters', () => {
  it('merged triggers break the repeat rate alone: who comes back with the same trigger', () => {
    expect(broken({})).toEqual(['repeat_rate']);
  });

  it('a retired trigger breaks what depends on how incidents are coded from then on', () => {
    expect(broken({ change: 'retired' })).toEqual(['repeat_rate', 'unclassified_share']);
  });

  it('levels break every measure of paths', () => {
    expect(broken({ set: 'level', change: 'ranked', ids: ['supervisor'] })).toEqual(
      expect.arrayContaining(['escalation_rate', 'first_level_resolution', 'time_at_level', 'bounce_rate']),
    );
    expect(broken({ set: 'level' })).not.toContain('incidents');
  });

  it('merged channels break the rate per contact, since its cells are teams by channel', () => {
    expect(broken({ set: 'channel' })).toEqual(['incident_rate']);
  });

  it.each(['technique', 'root_cause', 'journey_stage', 'product'] as const)('%s breaks nothing', (set) => {
    expect(broken({ set })).toEqual([]);
  });
});

describe('with a filter that names one of the values', () => {
  it.each([
    ['trigger=technical_issue', {}],
    ['trigger.not=technical_issue,billing_error', {}],
    ['path=frontline~technical', { set: 'level', ids: ['supervisor', 'technical'] }],
    ['level=technical', { set: 'level', ids: ['supervisor', 'technical'] }],
    ['technique=calm_tone~missed', { set: 'technique', ids: ['patience', 'calm_tone'] }],
    ['cause=defect', { set: 'root_cause', ids: ['outage', 'defect'] }],
    ['stage=billing', { set: 'journey_stage', ids: ['billing'] }],
    ['product=loan', { set: 'product', ids: ['loan'] }],
    ['channel=chat', { set: 'channel', ids: ['chat', 'web'] }],
  ] as const)('%s, every measure is broken', (query, said) => {
    expect(broken({ ...said }, query)).toEqual(MEASURE_IDS);
  });

  it('another value, or the same id of another vocabulary, breaks nothing more', () => {
    expect(broken({}, 'trigger=billing_error')).toEqual(['repeat_rate']);
    expect(broken({ ids: ['billing'] }, 'stage=billing')).toEqual(['repeat_rate']);
  });
});
