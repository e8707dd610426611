import { toInstant } from '@/lib/intake/zones.ts';
import type { Random } from './random.ts';
import { draw, weigh } from './weights.ts';

const MINUTE = 60_000;

/** When contacts come, by hour of the day; writing goes on at night. */
const SPOKEN = weigh({
  8: 5,
  9: 9,
  10: 13,
  11: 12,
  12: 8,
  13: 7,
  14: 8,
  15: 9,
  16: 10,
  17: 10,
  18: 6,
  19: 3,
});
const WRITTEN = weigh({
  0: 1,
  1: 0.5,
  2: 0.4,
  3: 0.3,
  4: 0.3,
  5: 0.5,
  6: 1,
  7: 3,
  8: 6,
  9: 8,
  10: 9,
  11: 9,
  12: 8,
  13: 7,
  14: 7,
  15: 7,
  16: 7,
  17: 7,
  18: 6,
  19: 5,
  20: 5,
  21: 4,
  22: 3,
  23: 2,
});

/** A minute of the day, in minutes after midnight. */
export function drawMinute(channel: string, random: Random): number {
  const isSpoken = channel === 'phone' || channel === 'in_person';
  return Number(draw(isSpoken ? SPOKEN : WRITTEN, random)) * 60 + random.between(0, 59);
}

/** A moment on a local day as a draft takes it. */
export function toMoment(midnight: number, minute: number, timeZone: string) {
  const { at, clock } = toInstant(midnight + minute * MINUTE, timeZone);
  return { at, clock, precision: 'minute' } as const;
}

export const addMinutes = (at: number, minutes: number) => at + minutes * MINUTE;
