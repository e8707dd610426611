import { count, sql } from 'drizzle-orm';
import { incidentFilters } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import type { Snapshot } from '@/db/facts/snapshot.ts';
import { toDenominator, toNumerator } from '@/db/measure-conditions.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { type Cut, cutSql, type FigureRow, PLACES, pieceOf, type SumsOfPiece, weekOf } from './cut.ts';
import { countWhere } from './sum-columns.ts';

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
  const { columns, groups, orders } = cutSql(cut, incidentFilters);
  const names = Object.keys(columns);
  const weeks = facts
    .select({
      ...Object.fromEntries(names.map((name) => [name, sql`${columns[name]}`.as(name)])),
      week: weekOf(factIncident).as('week'),
      agent: factIncident.agent,
      above: countWhere(toNumerator(id, asked)).as('above'),
      counted: countWhere(toDenominator(id, asked)).as('counted'),
      every: sql`${count()}`.as('every'),
    })
    .from(factIncident)
    .where(where(viewer, asked))
    .groupBy(...PLACES.slice(0, names.length + 2))
    .as('agent_week');
  const rows: FigureRow[] = await facts
    .select({
      ...Object.fromEntries(names.map((name) => [name, sql`${sql.identifier(name)}`])),
      numerator: sumOf('above'),
      denominator: countWhere(sql`${sql.identifier('counted')} > 0`),
      incidents: sumOf('counted'),
      all: sumOf('every'),
    })
    .from(weeks)
    .groupBy(...groups)
    .orderBy(...orders);
  return rows.map((row) => ({
    ...pieceOf(row),
    numerator: Number(row.numerator),
    denominator: Number(row.denominator),
    incidents: Number(row.incidents),
    all: Number(row.all),
    median: null,
    p90: null,
    beside: [],
  }));
}

const sumOf = (name: string) => sql<number>`coalesce(sum(${sql.identifier(name)}), 0)`.mapWith(Number);
