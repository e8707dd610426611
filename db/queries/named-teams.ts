import { eq, type SQL, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { type eventTeam, team } from '@/db/schema/organisation.ts';
import type { trainingSessionTeam } from '@/db/schema/training.ts';

export interface NamedTeam {
  teamId: number;
  name: string;
}

/**
 * A column of the teams that another table names for each row of a question, in no order: out of the same statement, since
 * a page that asks for them afterwards waits twice.
 * @param isWanted which of its rows belong to a row of the question
 */
export function namedTeams(
  records: Records,
  of: typeof eventTeam | typeof trainingSessionTeam,
  isWanted: SQL | undefined,
): SQL<NamedTeam[]> {
  const all = sql`coalesce(json_agg(json_build_object('teamId', ${team.teamId}, 'name', ${team.name})), '[]')`;
  return sql`${records.select({ all }).from(of).innerJoin(team, eq(team.teamId, of.teamId)).where(isWanted)}`;
}

/** The same teams by the alphabet. */
export function byName(teams: readonly NamedTeam[]): NamedTeam[] {
  return teams.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
