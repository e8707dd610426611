import { expect, test } from 'vitest';
import { seedRandom } from '@/db/seed/random.ts';
import { drawFalseAlarms } from '@/lib/statistics/false-alarms/draw-false-alarms.ts';
import { FALSE_ALARMS } from '@/lib/statistics/false-alarms/false-alarm-table.ts';

test('the table of false alarms is what 10,000 series of each length give', () => {
  expect(drawFalseAlarms((seed) => seedRandom(seed).normal)).toEqual(FALSE_ALARMS);
});
