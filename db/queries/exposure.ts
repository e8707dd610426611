import { gt, sql } from 'drizzle-orm';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { weekOf } from '@/db/queries/sums/cut.ts';
import { countWhere } from '@/db/queries/sums/sum-columns.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';

/** A week of a team in which some of its people had more severe incidents than the limit. */
export interface ExposedWeek {
  team: number;
  /** The Monday. */
  start: LocalDate;
  /** How many people; not who they are. */
  agents: number;
  /** Their severe incidents, all together. */
  severe: number;
  /** All incidents of the team in that week that say who handled them: what a link opens. */
  incidents: number;
}

/** The weeks in which somebody had more severe incidents than the limit, by team and then by week. */
export async function listWeeksAboveLimit(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  limit: number,
): Promise<ExposedWeek[]> {
  const weeks = snapshot.facts
    .select({
      team: factIncident.team,
      start: weekOf(factIncident).as('start'),
      agent: factIncident.agent,
      severe: countWhere(toNumerator('staff_exposure', asked)).as('severe'),
      counted: countWhere(toDenominator('staff_exposure', asked)).as('counted'),
    })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(sql`1`, sql`2`, sql`3`)
    .as('agent_week');
  const isAbove = gt(weeks.severe, limit);
  return snapshot.facts
    .select({
      team: weeks.team,
      start: weeks.start,
      agents: countWhere(isAbove),
      severe: sql<number>`sum(${weeks.severe}) filter (where ${isAbove})`.mapWith(Number),
      incidents: sql<number>`sum(${weeks.counted})`.mapWith(Number),
    })
    .from(weeks)
    .groupBy(sql`1`, sql`2`)
    .having(gt(countWhere(isAbove), 0))
    .orderBy(sql`1`, sql`2`);
}
