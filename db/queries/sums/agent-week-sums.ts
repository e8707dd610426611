import { and, asc, type SQL, sql } from 'drizzle-orm';
import { incidentFilters } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { listColumns, type Snapshot } from '@/db/facts/snapshot.ts';
import { toDenominator } from '@/db/measure-conditions.ts';
import { withNames } from '@/db/queries/json-rows.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { type Cut, cutSql, type Pieces, placesTo, weekOf } from './cut.ts';
import type { PlacedSums } from './placed-sums.ts';
import { countAll } from './sum-columns.ts';

interface AgentWeeks {
  pieces: Pieces;
  weeks: Float64Array;
}

/**
 * The weeks of agents of each piece of a cut: each week in which somebody had an incident that the measure counts is one of
 * it. So weeks add up to the whole; months do not where a week lies in two, nor do the values of a dimension where a week
 * has several.
 */
export async function countAgentWeeks(
  { facts }: Snapshot,
  viewer: Viewer,
  asked: Asked,
  id: MeasureId,
  cut: Cut,
): Promise<AgentWeeks> {
  // Pieces that are weeks need not be parted by them once more.
  const week: Record<string, SQL> = cut.bucket === 'week' ? {} : { week: weekOf(factIncident) };
  const inner = { ...week, agent: sql`${factIncident.agent}` };
  const { columns, groups, readPieces } = cutSql(cut, incidentFilters, inner);
  const names = Object.keys(columns).filter((name) => !(name in inner));
  const places = placesTo(names.length);
  const weeks = facts
    .select(withNames(columns))
    .from(factIncident)
    .where(and(where(viewer, asked), toDenominator(id, asked)))
    .groupBy(...groups)
    .as('agent_week');
  const answer = await listColumns(
    facts,
    facts
      .select({
        ...Object.fromEntries(names.map((name) => [name, sql`${sql.identifier(name)}`])),
        agentWeeks: countAll,
      })
      .from(weeks)
      .groupBy(...places)
      .orderBy(...places.map((place) => asc(place))),
  );
  return { pieces: readPieces(answer, names), weeks: answer.numbers(names.length) };
}

/**
 * Sums of a measure whose denominator is weeks of agents, out of the sums of its incidents. The pieces of weeks are some of
 * those of incidents, in the same order.
 */
export function setOverAgentWeeks(incidents: PlacedSums, { pieces, weeks }: AgentWeeks): PlacedSums {
  const denominators = new Float64Array(incidents.pieces.by.length);
  let next = 0;
  for (let place = 0; place < denominators.length; place++) {
    if (!isSame(incidents.pieces, place, pieces, next)) continue;
    denominators[place] = weeks[next] ?? 0;
    next += 1;
  }
  if (next < weeks.length) throw new Error('there are weeks of agents in a piece without incidents');
  const denominatorOf = (place: number) => denominators[place] ?? 0;
  return {
    ...incidents,
    denominatorOf,
    sumsOf: (place) => ({ ...incidents.sumsOf(place), denominator: denominatorOf(place) }),
  };
}

function isSame(one: Pieces, place: number, other: Pieces, next: number): boolean {
  return (
    one.by[place] === other.by[next] &&
    one.starts[place] === other.starts[next] &&
    one.codes[place] === other.codes[next]
  );
}
