import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilters } from './arbitrary-filters.ts';
import {
  clearAll,
  exclude,
  narrow,
  toggle,
  withComparison,
  without,
  withPeriod,
  withSelection,
} from './edit-filters.ts';
import type { Filters, Narrowing, Window } from './filters.ts';
import { parseFilters } from './parse-filters.ts';
import { toSearchParams } from './serialise-filters.ts';

const edit = (query: string, change: (filters: Filters) => Filters) =>
  toSearchParams(change(parseFilters(new URLSearchParams(query))));

describe('toggling and excluding a value', () => {
  it('adds it beside the others and takes it away again', () => {
    expect(edit('', (f) => toggle(f, 'trigger', 'b'))).toBe('trigger=b');
    expect(edit('trigger=b', (f) => toggle(f, 'trigger', 'a'))).toBe('trigger=a,b');
    expect(edit('trigger=a,b', (f) => toggle(f, 'trigger', 'b'))).toBe('trigger=a');
    expect(edit('trigger=a', (f) => toggle(f, 'trigger', 'a'))).toBe('');
    expect(edit('trigger.not=a,b', (f) => exclude(f, 'trigger', 'b'))).toBe('trigger.not=a');
  });

  it('never both is and is not: choosing an excluded value frees it, and the other way round', () => {
    expect(edit('trigger.not=a,b', (f) => toggle(f, 'trigger', 'a'))).toBe('trigger=a&trigger.not=b');
    expect(edit('trigger=a', (f) => exclude(f, 'trigger', 'a'))).toBe('trigger.not=a');
  });

  it('gives back the same filters when done twice to a value that was in neither', () => {
    fc.assert(
      fc.property(arbitraryFilters(), (filters) => {
        expect(toggle(toggle(filters, 'channel', 'carrier_pigeon'), 'channel', 'carrier_pigeon')).toEqual(
          filters,
        );
        expect(exclude(exclude(filters, 'channel', 'carrier_pigeon'), 'channel', 'carrier_pigeon')).toEqual(
          filters,
        );
      }),
    );
  });
});

describe('replacing parts', () => {
  it('sets one selection in the place of the same dimension and verb, and removes it without values', () => {
    const hours = (values: string[]) => (f: Filters) =>
      withSelection(f, { dimension: 'hour', exclude: false, values });
    expect(edit('hour=1&hour.not=2', hours(['10', '9', '9']))).toBe('hour=9,10&hour.not=2');
    expect(edit('hour=1&hour.not=2', hours([]))).toBe('hour.not=2');
  });

  it('frees a dimension wholly, or of one verb', () => {
    expect(edit('hour=1&hour.not=2&kind=complaint', (f) => without(f, 'hour'))).toBe('kind=complaint');
    expect(edit('hour=1&hour.not=2', (f) => without(f, 'hour', true))).toBe('hour=1');
    expect(edit('hour=1&hour.not=2', (f) => without(f, 'hour', false))).toBe('hour.not=2');
  });

  it('sets period and comparison, and clears the rest but these', () => {
    expect(edit('hour=1', (f) => withPeriod(f, { kind: 'preset', preset: 'all' }))).toBe('period=all&hour=1');
    expect(edit('hour=1', (f) => withComparison(f, { kind: 'none' }))).toBe('compare=none&hour=1');
    expect(edit('period=all&compare=none&hour=1&measure=repeat_rate', clearAll)).toBe(
      'period=all&compare=none',
    );
    expect(clearAll(parseFilters({ nonsense: '1' })).ignored).toEqual([]);
  });
});

describe('narrowing to the incidents behind a mark', () => {
  const narrowed = (query: string, narrowing: Narrowing, current?: Window) =>
    edit(query, (f) => narrow(f, narrowing, current));
  const select = (dimension: 'trigger' | 'outcome', value: string) => ({
    selections: [{ dimension, value }],
  });

  it('puts the value of the mark in the place of what the dimension was', () => {
    expect(narrowed('trigger=a,b&channel=phone', select('trigger', 'b'))).toBe('trigger=b&channel=phone');
    expect(narrowed('trigger=a', select('outcome', 'resolved'))).toBe('trigger=a&outcome=resolved');
  });

  it('drops an exclusion that says nothing more, and keeps one that empties the selection', () => {
    expect(narrowed('trigger.not=a', select('trigger', 'b'))).toBe('trigger=b');
    expect(narrowed('trigger.not=a', select('trigger', 'a'))).toBe('trigger=a&trigger.not=a');
  });

  it('takes several values of one dimension together', () => {
    const both = [...select('trigger', 'b').selections, ...select('trigger', 'a').selections];
    expect(narrowed('trigger=c', { selections: both })).toBe('trigger=a,b');
  });

  it('keeps a relative period relative unless the mark has a window', () => {
    expect(narrowed('period=last-12-weeks', { measure: 'escalation_rate' })).toBe(
      'period=last-12-weeks&measure=escalation_rate',
    );
    expect(
      narrowed('period=last-12-weeks&measure=repeat_rate', {
        window: { from: '2026-09-07', until: '2026-09-14' },
      }),
    ).toBe('period=2026-09-07..2026-09-13&measure=repeat_rate');
  });

  it('opens only the days of a week that the period holds: 1 Jan 2023 is the Sunday of its week', () => {
    const week = { window: { from: '2022-12-26', until: '2023-01-02' } };
    expect(narrowed('period=2023-01-01..2023-12-31', week)).toBe('period=2023-01-01..2023-01-01');
    expect(narrowed('period=last-year', week, { from: '2023-01-01', until: '2024-01-01' })).toBe(
      'period=2023-01-01..2023-01-01',
    );
  });

  it('opens a window outside the period, a mark of the comparison, as it is', () => {
    const before = { window: { from: '2022-05-02', until: '2022-05-09' } };
    expect(narrowed('period=2023-01-01..2023-12-31', before)).toBe('period=2022-05-02..2022-05-08');
  });
});
