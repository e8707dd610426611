import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { MEASURES } from '@/lib/measures/measures.ts';
import { HELD, heldColumn, nameCount, placeOf, sumHeld } from './held-conditions.ts';

const { escalation_rate, resolution_rate, repeat_rate, incident_rate, follow_up_kept_rate, incidents } =
  MEASURES;

test('what is above the line of a measure has the bit 26 above that of what is below it', () => {
  for (const { denominator, numerator } of [escalation_rate, resolution_rate]) {
    const [below, above] = [
      placeOf(nameCount(denominator)),
      placeOf(nameCount([...denominator, ...numerator])),
    ];
    expect(below?.shift ?? below).toBe(above?.shift);
    expect([below?.isSecond, above?.isSecond].includes(true)).toBe(true);
  }
});

test('each bit is of one condition: none of them is written twice', () => {
  const bits = [...heldColumn().matchAll(/then (\d+) else 0 end/g)].map(([, bit]) => Number(bit));
  expect(bits.length).toBeGreaterThan(15);
  expect(new Set(bits).size).toBe(bits.length);
  expect(bits.every((bit) => Number.isInteger(Math.log2(bit)) && bit < 2 ** 52)).toBe(true);
});

test('what depends on a day or on contacts, what steps and promises hold, and all incidents have no bit', () => {
  const lists = [repeat_rate, incident_rate, follow_up_kept_rate, incidents].map(({ denominator }) =>
    placeOf(nameCount(denominator)),
  );
  expect(lists).toEqual([undefined, undefined, undefined, undefined]);
});

test('both counts of the third place are the bits 3 and 29: 67,108,865 has the bits 0 and 26', () => {
  const { sql, params } = new PgDialect().sqlToQuery(sumHeld({ shift: 3, isSecond: true }));
  expect([sql.includes(`("${HELD}" >> $1) & $2`), params]).toEqual([true, [3, 67_108_865]]);
});
