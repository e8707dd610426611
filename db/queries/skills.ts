import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { techniqueFilters } from '@/db/fact-columns.ts';
import { factIncident, factTechnique } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { leapIncidents } from '@/db/leap-incidents.ts';
import { easing, toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { countDistinctWhere, countWhere } from '@/db/queries/sums/sum-columns.ts';
import { type Asked, where, whereRecords } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { OBSERVATIONS, toCode } from '@/lib/taxonomy/fixed-sets.ts';

const { technique, observation, number, team, agent, trigger, customerState } = factTechnique;
const isEffective = sql`${observation} = ${toCode(OBSERVATIONS, 'effective')}`.inlineParams();
const rows = sql<number>`count(*)`.mapWith(Number);
const [first, second, third, fourth] = [sql`1`, sql`2`, sql`3`, sql`4`];

/** Opportunities and those handled effectively, by team, agent and technique. An incident has one of each technique. */
export async function countHandled(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  return snapshot.facts
    .select({ team, agent, technique, opportunities: rows, effective: countWhere(isEffective) })
    .from(factTechnique)
    .where(whereObserved(snapshot, viewer, asked))
    .groupBy(first, second, third)
    .orderBy(first, second, third);
}

/** The same by team alone. */
export async function countHandledByTeam(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  return snapshot.facts
    .select({ team, technique, opportunities: rows, effective: countWhere(isEffective) })
    .from(factTechnique)
    .where(whereObserved(snapshot, viewer, asked))
    .groupBy(first, second)
    .orderBy(first, second);
}

/**
 * The same by team and agent of the techniques of each group together, with the distinct incidents that they are of.
 * @param groups codes of techniques; `group` is a place among them. One statement answers for groups that share none.
 */
export async function countHandledTogether(
  snapshot: Snapshot,
  viewer: Viewer,
  asked: Asked,
  groups: readonly (readonly number[])[],
) {
  const places = groups.map((codes, place) => ({ place, codes })).filter(({ codes }) => codes.length > 0);
  const answers = await Promise.all(
    layDisjoint(places).map((layer) => {
      const cases = layer.map(
        ({ place, codes }) => sql`when ${inArray(technique, [...codes])} then ${place}`,
      );
      const group = sql<number>`case ${sql.join(cases, sql` `)} end`.inlineParams().mapWith(Number);
      return snapshot.facts
        .select({
          group: group.as('group'),
          team,
          agent,
          opportunities: rows,
          effective: countWhere(isEffective),
          incidents: countDistinctWhere(number, sql`true`),
        })
        .from(factTechnique)
        .where(
          and(
            inArray(
              technique,
              layer.flatMap(({ codes }) => codes),
            ),
            whereObserved(snapshot, viewer, asked),
          ),
        )
        .groupBy(first, second, third)
        .orderBy(first, second, third);
    }),
  );
  return answers.flat();
}

interface Placed {
  place: number;
  codes: readonly number[];
}

/** As few layers as come easily, in each of which no code is in two groups. */
function layDisjoint(groups: readonly Placed[]): Placed[][] {
  const layers: Placed[][] = [];
  for (const group of groups) {
    const isFree = (layer: Placed[]) =>
      layer.every(({ codes }) => codes.every((code) => !group.codes.includes(code)));
    const layer = layers.find(isFree);
    if (layer) layer.push(group);
    else layers.push([group]);
  }
  return layers;
}

/** Incidents with any observation, by team. */
export async function countObserved(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  return snapshot.facts
    .select({ team, incidents: countDistinctWhere(number, sql`true`) })
    .from(factTechnique)
    .where(whereObserved(snapshot, viewer, asked))
    .groupBy(first)
    .orderBy(first);
}

/**
 * Incidents of the de-escalation rate with an opportunity for a technique, and those that became calmer: by technique,
 * trigger, customer state and whether it was handled effectively.
 */
export async function countEased(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const { counted, eased } = easing(asked);
  const effective = sql`case when ${isEffective} then 1 else 0 end`;
  return snapshot.facts
    .select({
      technique,
      trigger,
      state: customerState,
      effective: effective.mapWith(Number),
      incidents: rows,
      eased: countWhere(eased),
    })
    .from(factTechnique)
    .where(and(whereObserved(snapshot, viewer, asked), counted))
    .groupBy(first, second, third, fourth)
    .orderBy(first, second, third, fourth);
}

/** The same of LEAP as a whole, where each of its steps had an opportunity: by how it was done, a code of LEAP_DONE. */
export async function countEasedByLeap(snapshot: Snapshot, viewer: Viewer, asked: Asked) {
  const leap = leapIncidents(whereObserved(snapshot, viewer, asked)).as('leap');
  return snapshot.facts
    .select({
      trigger: factIncident.trigger,
      state: factIncident.customerState,
      done: sql`${leap.done}`.mapWith(Number),
      incidents: rows,
      eased: countWhere(toNumerator('de_escalation_rate', asked)),
    })
    .from(factIncident)
    .innerJoin(leap, eq(leap.number, factIncident.number))
    .where(toDenominator('de_escalation_rate', asked))
    .groupBy(first, second, third)
    .orderBy(first, second, third);
}

/** Which observations: by their own columns where these suffice, else by their incidents. */
export function whereObserved({ facts }: Snapshot, viewer: Viewer, asked: Asked): SQL | undefined {
  const alone = whereRecords(viewer, asked, techniqueFilters);
  if (alone !== null) return alone;
  return inArray(
    number,
    facts.select({ number: factIncident.number }).from(factIncident).where(where(viewer, asked)),
  );
}
