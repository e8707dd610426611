import { type SQL, sql } from 'drizzle-orm';
import { endedBadly, toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { isInWindow } from '@/db/pattern-conditions.ts';
import type { Asked } from '@/db/where.ts';
import type { Tally } from '@/lib/analysis/pattern-scan/tally.ts';

/*
 * To count incidents is several times faster than to count those of which something holds: so they are counted by what
 * became of them, all in one small number, and the counts are added up afterwards.
 */

/** What became of an incident: 0 of the other window, else 1 to 9 by path (not known, known, escalated) and outcome. */
export function fateOf(asked: Asked): SQL<number> {
  const escalated = toNumerator('escalation_rate', asked);
  const known = toDenominator('escalation_rate', asked);
  const settled = toDenominator('resolution_rate', asked);
  return sql<number>`case when ${isInWindow(asked)} then 1
    + case when ${escalated} then 6 when ${known} then 3 else 0 end
    + case when ${endedBadly()} then 2 when ${settled} then 1 else 0 end else 0 end`.mapWith(Number);
}

/** The sums of counts by fate, each under a name of its own. */
export function tallyColumns(fate: SQL, count: SQL) {
  const sumWhere = (condition: SQL) =>
    sql<number>`coalesce(sum(${count}) filter (where ${condition}), 0)`.mapWith(Number);
  return {
    incidents: sumWhere(sql`${fate} > 0`),
    known: sumWhere(sql`${fate} > 3`),
    escalated: sumWhere(sql`${fate} > 6`),
    settled: sumWhere(sql`${fate} in (2, 3, 5, 6, 8, 9)`),
    bad: sumWhere(sql`${fate} in (3, 6, 9)`),
    before: sumWhere(sql`${fate} = 0`),
  } satisfies Record<keyof Tally | 'before', SQL>;
}

/** The tally of so many incidents of one fate. */
export function tallyOf(fate: number, count: number): Tally {
  const is = (holds: boolean) => (holds ? count : 0);
  return {
    incidents: is(fate > 0),
    known: is(fate > 3),
    escalated: is(fate > 6),
    settled: is(fate % 3 !== 1 && fate > 0),
    bad: is(fate % 3 === 0 && fate > 0),
  };
}
