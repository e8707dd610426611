import { expect, it } from 'vitest';
import { isAlive, isSeenAnew } from './session-life.ts';

const madeAt = new Date('2026-11-01T08:00:00Z');
const at = (moment: string) => new Date(moment);

it('a session that was last seen at 08:00 ends at 20:00, twelve hours later', () => {
  expect(isAlive({ madeAt, lastSeenAt: madeAt }, at('2026-11-01T19:59:59Z'))).toBe(true);
  expect(isAlive({ madeAt, lastSeenAt: madeAt }, at('2026-11-01T20:00:00Z'))).toBe(false);
});

it('a session in use every minute still ends after 7 days', () => {
  const lastSeenAt = at('2026-11-08T07:59:00Z');
  expect(isAlive({ madeAt, lastSeenAt }, at('2026-11-08T07:59:59Z'))).toBe(true);
  expect(isAlive({ madeAt, lastSeenAt }, at('2026-11-08T08:00:00Z'))).toBe(false);
});

it('being seen is written once a minute', () => {
  expect(isSeenAnew({ madeAt, lastSeenAt: madeAt }, at('2026-11-01T08:00:59Z'))).toBe(false);
  expect(isSeenAnew({ madeAt, lastSeenAt: madeAt }, at('2026-11-01T08:01:00Z'))).toBe(true);
});
