import { eq, type SQL } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { jsonRows, withNames } from '@/db/queries/json-rows.ts';
import { type eventTeam, team } from '@/db/schema/organisation.ts';
import type { trainingSessionTeam } from '@/db/schema/training.ts';

export interface NamedTeam {
  teamId: number;
  name: string;
}

/**
 * A column of the teams that another table names for each row of a question, in no order.
 * @param isWanted which of its rows belong to a row of the question
 */
export function namedTeams(
  records: Records,
  of: typeof eventTeam | typeof trainingSessionTeam,
  isWanted: SQL | undefined,
): SQL<NamedTeam[]> {
  const named = withNames({ teamId: team.teamId, name: team.name });
  return jsonRows(records.select(named).from(of).innerJoin(team, eq(team.teamId, of.teamId)).where(isWanted));
}

/** The same teams by the alphabet. */
export function byName(teams: readonly NamedTeam[]): NamedTeam[] {
  return teams.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
