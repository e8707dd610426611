import { describe, expect, it } from 'vitest';
import { layStaircase, type Stay } from './staircase.ts';

const at = (text: string) => Date.parse(`${text}:00Z`);
const stays: Stay[] = [
  { lane: 'Frontline', rank: 1, at: at('2026-11-03T09:42') },
  { lane: 'Supervisor', rank: 2, at: at('2026-11-03T10:05') },
  { lane: 'Technical', rank: 3, at: at('2026-11-04T09:30') },
  { lane: 'Supervisor', rank: 2, at: at('2026-11-04T13:10') },
];
const closedAt = at('2026-11-05T10:20');
const told = [at('2026-11-03T10:12'), at('2026-11-04T13:30'), closedAt];
const draw = (width = 552) => layStaircase(stays, { width, timeZone: 'UTC', closedAt, told });

describe('the staircase of a case', () => {
  it('is 138 high for three levels and the customer, levels 28 apart, the highest on top', () => {
    const picture = draw();
    expect(picture?.height).toBe(138);
    expect(picture?.lanes.map(({ label, y }) => [label, y])).toEqual([
      ['Technical', 18],
      ['Supervisor', 46],
      ['Frontline', 74],
    ]);
    expect(picture?.told?.y).toBe(102);
  });

  it('is 28 lower without a track for the customer, when the source does not say when they were told', () => {
    expect(layStaircase(stays, { width: 552, timeZone: 'UTC', closedAt, told: [] })).toMatchObject({
      height: 110,
      told: null,
    });
  });

  it('places time linearly: 2,918 min in all, 1,648 of them before the second supervisor', () => {
    const [first, , , back, end] = draw()?.points ?? [];
    const share = ((back?.x ?? 0) - (first?.x ?? 0)) / ((end?.x ?? 0) - (first?.x ?? 0));
    expect(share).toBeCloseTo(1648 / 2918, 3);
  });

  it('ends in the lane of the last stay, at the closing', () => {
    expect(draw()?.points.map(({ y, last }) => [y, last])).toEqual([
      [74, false],
      [46, false],
      [18, false],
      [46, false],
      [46, true],
    ]);
  });

  it('draws marks that fall on the same place once: 3 stays within a minute of 20 days', () => {
    const close = ['2026-11-01T00:00', '2026-11-10T09:00', '2026-11-10T09:00', '2026-11-20T00:00'];
    const picture = layStaircase(
      close.map((when, index) => ({
        lane: index === 1 ? 'B' : 'A',
        rank: index === 1 ? 2 : 1,
        at: at(when),
      })),
      { width: 552, timeZone: 'UTC', closedAt: null, told: [] },
    );
    const places = picture?.points.map(({ x, y }) => `${x} ${y}`) ?? [];
    expect(new Set(places).size).toBe(places.length);
  });

  it('writes waits where they fit: on wide treads and above a peak, not the 23 min that are 3 px wide', () => {
    expect(draw()?.waits.map(({ text, y }) => [text, y])).toEqual([
      ['23\u00a0h\u00a025', 40],
      ['3\u00a0h\u00a040', 12],
      ['21\u00a0h\u00a010', 40],
    ]);
  });

  it('marks the longest silence: 10:12 to 13:30 the next day is 27 h 18', () => {
    expect(draw()?.told?.silence?.text).toBe('27\u00a0h\u00a018 without an update');
  });

  it('counts the silence before the first word too', () => {
    const late = layStaircase(stays, { width: 552, timeZone: 'UTC', closedAt, told: [closedAt] });
    expect(late?.told?.silence?.text).toBe('2.0\u00a0d without an update');
  });

  it('names the start and the midnights after it', () => {
    expect(draw()?.ticks.map(({ label }) => label)).toEqual(['3 Nov, 09:42', '4 Nov', '5 Nov']);
  });

  it('puts midnight where the zone has it: in London on 29 March 2026 the day has 23 hours', () => {
    const picture = layStaircase(
      [
        { lane: 'A', rank: 1, at: at('2026-03-28T00:00') },
        { lane: 'B', rank: 2, at: at('2026-03-31T12:00') },
      ],
      { width: 552, timeZone: 'Europe/London', closedAt: null, told: [] },
    );
    const [, second, third, fourth] = picture?.ticks ?? [];
    expect([second?.label, third?.label, fourth?.label]).toEqual(['29 Mar', '30 Mar', '31 Mar']);
    const ratio = ((third?.x ?? 0) - (second?.x ?? 0)) / ((fourth?.x ?? 0) - (third?.x ?? 0));
    expect(ratio).toBeCloseTo(23 / 24, 2);
  });

  it('is laid out anew for the phone, not scaled: every mark stays inside 358', () => {
    const picture = draw(358);
    expect(picture?.width).toBe(358);
    expect(Math.max(...(picture?.points.map(({ x }) => x) ?? []))).toBeLessThanOrEqual(358);
  });

  it('is not drawn for one moment, nor for several at the same one', () => {
    const one = stays.slice(0, 1);
    expect(layStaircase(one, { width: 552, timeZone: 'UTC', closedAt: null, told: [] })).toBeNull();
    expect(layStaircase([], { width: 552, timeZone: 'UTC', closedAt: null, told: [] })).toBeNull();
  });

  it('names hours while there is one midnight, and the midnight by its date', () => {
    const picture = layStaircase(
      [
        { lane: 'A', rank: 1, at: at('2026-11-03T14:00') },
        { lane: 'B', rank: 2, at: at('2026-11-04T13:00') },
      ],
      { width: 552, timeZone: 'UTC', closedAt: null, told: [] },
    );
    expect(picture?.ticks.slice(1).map(({ label }) => label)).toEqual(['4 Nov', '06:00', '12:00']);
  });

  it('spans years with years: a case from 2006 to 2012 names whole years', () => {
    const picture = layStaircase(
      [
        { lane: 'Technical', rank: 3, at: at('2006-01-11T15:49') },
        { lane: 'Engineering', rank: 4, at: at('2012-03-15T12:11') },
      ],
      { width: 552, timeZone: 'UTC', closedAt: null, told: [] },
    );
    expect(picture?.ticks[0]?.label).toBe('11 Jan 2006');
    expect(picture?.ticks.slice(1).map(({ label }) => label)).toEqual(['2008', '2010', '2012']);
  });
});
