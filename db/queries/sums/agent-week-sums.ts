import { asc, type SQL, sql } from 'drizzle-orm';
import { incidentFilters } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { listRows, type Snapshot } from '@/db/facts/snapshot.ts';
import { toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { type Cut, cutSql, placesTo, type SumsOfPiece, weekOf } from './cut.ts';
import { countAll, countWhere } from './sum-columns.ts';

/**
 * Sums of a measure whose denominator is weeks of agents: each week in which somebody had an incident counts once in
 * each piece of the cut. So weeks add up to the whole; months do not where a week lies in two, nor do the values of a
 * dimension where a week has several.
 */
export async function sumAgentWeeks(
  { facts }: Snapshot,
  viewer: Viewer,
  asked: Asked,
  id: MeasureId,
  cut: Cut,
): Promise<SumsOfPiece[]> {
  const inner = { week: weekOf(factIncident), agent: sql`${factIncident.agent}` };
  const { columns, groups, pieceReader } = cutSql(cut, incidentFilters, inner);
  const names = Object.keys(columns).filter((name) => !(name in inner));
  const places = placesTo(names.length);
  const weeks = facts
    .select({
      ...withNames(columns),
      above: countWhere(toNumerator(id, asked)).as('above'),
      counted: countWhere(toDenominator(id, asked)).as('counted'),
      every: sql`${countAll}`.as('every'),
    })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(...groups)
    .as('agent_week');
  const rows = await listRows(
    facts,
    facts
      .select({
        ...Object.fromEntries(names.map((name) => [name, sql`${sql.identifier(name)}`])),
        numerator: sumOf('above'),
        denominator: countWhere(sql`${sql.identifier('counted')} > 0`),
        incidents: sumOf('counted'),
        all: sumOf('every'),
      })
      .from(weeks)
      .groupBy(...places)
      .orderBy(...places.map((place) => asc(place))),
  );
  const pieceOf = pieceReader(names);
  return rows.map((row) => {
    const { by, start, code } = pieceOf(row);
    const [numerator = 0, denominator = 0, incidents = 0, all = 0] = row.slice(names.length).map(Number);
    return {
      by,
      start,
      code,
      numerator,
      denominator,
      incidents,
      all,
      median: null,
      p90: null,
      beside: [],
    };
  });
}

function withNames(columns: Record<string, SQL>) {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, sql`${column}`.as(name)]));
}

const sumOf = (name: string) => sql<number>`coalesce(sum(${sql.identifier(name)}), 0)`.mapWith(Number);
