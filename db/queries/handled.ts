import { and, eq, inArray, sql } from 'drizzle-orm';
import { factTechnique } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { whereObserved } from '@/db/queries/skills.ts';
import { countWhere } from '@/db/queries/sums/sum-columns.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { OBSERVATIONS, toCode } from '@/lib/taxonomy/fixed-sets.ts';

const { technique, observation, number, occurredOn, agent } = factTechnique;
const EFFECTIVE = toCode(OBSERVATIONS, 'effective');
const incidents = sql<number>`count(distinct ${number})`.mapWith(Number);

/**
 * Opportunities of some techniques by day: how many, how many handled effectively, and the distinct incidents. Days
 * without any are left out.
 * @param techniques codes of the vocabulary
 */
export async function countHandledByDay(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  techniques: readonly number[],
) {
  return snapshot.facts
    .select({
      day: occurredOn,
      effective: countWhere(eq(observation, EFFECTIVE)),
      opportunities: sql<number>`count(*)`.mapWith(Number),
      incidents,
    })
    .from(factTechnique)
    .where(and(inArray(technique, [...techniques]), whereObserved(snapshot, viewer, asked)))
    .groupBy(occurredOn)
    .orderBy(occurredOn);
}

/** The incidents with such opportunities, and how many people handled them, as far as these are known. */
export async function countHandlers(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  techniques: readonly number[],
): Promise<{ incidents: number; agents: number }> {
  const agents = sql<number>`count(distinct case when ${agent} > 0 then ${agent} end)`.mapWith(Number);
  const [row] = await snapshot.facts
    .select({ incidents, agents })
    .from(factTechnique)
    .where(and(inArray(technique, [...techniques]), whereObserved(snapshot, viewer, asked)));
  return row ?? { incidents: 0, agents: 0 };
}
