import { expect, test } from 'vitest';
import { seedRandom } from '@/db/seed/random.ts';
import { drawFalseAlarms } from '@/lib/statistics/false-alarms/draw-false-alarms.ts';
import { FALSE_ALARMS } from '@/lib/statistics/false-alarms/false-alarm-table.ts';

test('10,000 series of 12 points drawn again have the rates of the table', () => {
  const drawn = drawFalseAlarms((seed) => seedRandom(seed).normal, [12]);
  for (const [id, { now, anywhere }] of Object.entries(FALSE_ALARMS.rates)) {
    const again = Object.entries(drawn.rates).find(([other]) => other === id)?.[1];
    expect([again?.now[0], again?.anywhere[0]], id).toEqual([now[0], anywhere[0]]);
  }
});
