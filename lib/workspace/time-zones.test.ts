import { expect, it } from 'vitest';
import { isTimeZone, listTimeZones } from './time-zones.ts';

it('the list of time zones holds UTC once and Berlin', () => {
  const zones = listTimeZones();
  expect(zones.filter((zone) => zone === 'UTC')).toHaveLength(1);
  expect(zones).toContain('Europe/Berlin');
});

it('a zone has a name: an offset, a made-up place and nothing at all are none', () => {
  expect(['Europe/Berlin', 'UTC'].every(isTimeZone)).toBe(true);
  expect(['+02:00', 'Europe/Atlantis', ''].some(isTimeZone)).toBe(false);
});
