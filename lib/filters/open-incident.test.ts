import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseOpen, toOpenParam } from './open-incident.ts';

const read = (query: string) => parseOpen(new URLSearchParams(query));

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 1, max: 2_147_483_647 })), (open) => {
      expect(read(toOpenParam(open))).toEqual({ open, ignored: [] });
    }),
  );
  expect(toOpenParam(12)).toBe('open=12');
});

it.each(['open=0', 'open=-1', 'open=x', 'open=2147483648', 'open=1.5'])(
  '“%s” opens nothing and is said',
  (query) => {
    const { open, ignored } = read(query);
    expect([open, ignored.map(({ reason }) => reason)]).toEqual([
      null,
      ['an incident is opened by its number'],
    ]);
  },
);

it('of two the first is open', () => {
  const { open, ignored } = read('open=3&open=4');
  expect([open, ignored.map(({ value }) => value)]).toEqual([3, ['4']]);
});
