import { and, asc, type SQL, sql } from 'drizzle-orm';
import { incidentFilters } from '@/db/fact-columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { listRows, type Snapshot } from '@/db/facts/snapshot.ts';
import { toDenominator } from '@/db/measure-conditions.ts';
import { type Asked, where } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { type Cut, cutSql, type Piece, placesTo, type SumsOfPiece, weekOf } from './cut.ts';
import { countAll } from './sum-columns.ts';

interface AgentWeekPiece extends Piece {
  agentWeeks: number;
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
): Promise<AgentWeekPiece[]> {
  // Pieces that are weeks need not be parted by them once more.
  const week: Record<string, SQL> = cut.bucket === 'week' ? {} : { week: weekOf(factIncident) };
  const inner = { ...week, agent: sql`${factIncident.agent}` };
  const { columns, groups, pieceReader } = cutSql(cut, incidentFilters, inner);
  const names = Object.keys(columns).filter((name) => !(name in inner));
  const places = placesTo(names.length);
  const weeks = facts
    .select(withNames(columns))
    .from(factIncident)
    .where(and(where(viewer, asked), toDenominator(id, asked)))
    .groupBy(...groups)
    .as('agent_week');
  const rows = await listRows(
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
  const pieceOf = pieceReader(names);
  return rows.map((row) => {
    const { by, start, code } = pieceOf(row);
    return { by, start, code, agentWeeks: Number(row[names.length]) };
  });
}

/** Sums of a measure whose denominator is weeks of agents, out of the sums of its incidents. */
export function setOverAgentWeeks(
  incidents: readonly SumsOfPiece[],
  weeks: readonly AgentWeekPiece[],
): SumsOfPiece[] {
  const keyOf = ({ by, start, code }: Piece) => `${by} ${start} ${code}`;
  const weeksOf = new Map(weeks.map((piece) => [keyOf(piece), piece.agentWeeks]));
  return incidents.map((piece) => ({ ...piece, denominator: weeksOf.get(keyOf(piece)) ?? 0 }));
}

function withNames(columns: Record<string, SQL>) {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, sql`${column}`.as(name)]));
}
