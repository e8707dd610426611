import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PathCase, tracePaths } from './trace-paths.ts';

const HOUR = 3_600_000;

test('supervisor, technical, supervisor and closed; supervisor, technical and open: one exit, one still open', () => {
  const found = tracePaths([
    of('supervisor 0, technical 1, supervisor 4'),
    of('supervisor 0, technical 3', true),
  ]);
  expect(found.follows).toEqual([
    follows('supervisor', 'technical', { count: 2, mean: 2, median: 2, least: 1, most: 3 }),
    follows('technical', 'supervisor', { count: 1, mean: 3, median: 3, least: 3, most: 3 }),
  ]);
  expect([...found.starts]).toEqual([['supervisor', 2]]);
  expect([...found.ends]).toEqual([['supervisor', 1]]);
  expect([...found.stillOpen]).toEqual([['technical', 1]]);
  expect([...found.rework]).toEqual([['supervisor', 1]]);
});

test('the same twice in a row is a loop, and steps of one moment keep their order', () => {
  const found = tracePaths([of('b 1, b 1, a 1')]);
  expect(found.follows.map(({ from, to, count }) => `${from} ${to} ${count}`)).toEqual(['b a 1', 'b b 1']);
  expect(found.variants[0]?.activities).toEqual(['b', 'b', 'a']);
});

test('three cases of four go a, b: that variant comes first with 75 %, then a alone with 100 %', () => {
  const { variants } = tracePaths([of('a 0'), of('a 0, b 1'), of('a 0, b 2'), of('b 9, a 0')]);
  expect(variants).toEqual([
    { activities: ['a', 'b'], cases: 3, cumulative: 0.75 },
    { activities: ['a'], cases: 1, cumulative: 1 },
  ]);
});

test('from 01:30 summer time to 01:30 winter time is an hour, for instants are compared', () => {
  const events = [
    { activity: 'a', at: Date.parse('2026-10-25T01:30:00+01:00') },
    { activity: 'b', at: Date.parse('2026-10-25T01:30:00+00:00') },
  ];
  expect(tracePaths([{ events }]).follows[0]?.meanSeconds).toBe(3600);
});

test('nothing gives nothing, a case without events is left out, and a time that is none is refused', () => {
  expect(tracePaths([{ events: [] }])).toMatchObject({ cases: 0, events: 0, follows: [], variants: [] });
  expect(() => tracePaths([of('a x')])).toThrow(new RangeError('a has no time: NaN'));
});

test('pairs are events less cases; beginnings, endings with open ones, and variants are the cases', () => {
  const events = fc.array(fc.record({ activity: fc.constantFrom('a', 'b', 'c'), at: fc.nat(9) }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(fc.record({ events, open: fc.boolean() }), { maxLength: 8 }), (cases) => {
      const found = tracePaths(cases);
      const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, each) => total + each, 0);
      expect(sum(found.follows.map(({ count }) => count))).toBe(found.events - found.cases);
      expect(sum(found.starts.values())).toBe(cases.length);
      expect(sum([...found.ends.values(), ...found.stillOpen.values()])).toBe(cases.length);
      expect(sum(found.variants.map((variant) => variant.cases))).toBe(cases.length);
      expect(found.variants.at(-1)?.cumulative ?? 1).toBe(1);
    }),
  );
});

/** A case as "activity hour, activity hour". */
function of(steps: string, open = false): PathCase {
  const events = steps.split(', ').map((step) => {
    const [activity = '', hour] = step.split(' ');
    return { activity, at: Number(hour) * HOUR };
  });
  return { events, open };
}

function follows(
  from: string,
  to: string,
  hours: { count: number; mean: number; median: number; least: number; most: number },
) {
  return {
    from,
    to,
    count: hours.count,
    meanSeconds: hours.mean * 3600,
    medianSeconds: hours.median * 3600,
    leastSeconds: hours.least * 3600,
    mostSeconds: hours.most * 3600,
  };
}
