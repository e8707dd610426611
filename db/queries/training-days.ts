import { and, asc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { jsonRows, withNames } from '@/db/queries/json-rows.ts';
import { byName, type NamedTeam, namedTeams } from '@/db/queries/named-teams.ts';
import { trainingModule, trainingSession, trainingSessionTeam } from '@/db/schema/training.ts';
import { whereTraining } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate, Window } from '@/lib/filters/filters.ts';

/** A session that was held: what it trained, and whom. */
export interface TrainingDay {
  day: LocalDate;
  module: string;
  teams: readonly NamedTeam[];
}

/** The sessions of a window that the viewer may see, the earliest first, as one value of a statement. */
export function trainingDaysIn(records: Records, viewer: Viewer, window: Window): SQL<TrainingDay[]> {
  const { trainingSessionId, trainingModuleId, heldOn } = trainingSession;
  const teams = namedTeams(
    records,
    trainingSessionTeam,
    eq(trainingSessionTeam.trainingSessionId, trainingSessionId),
  );
  return jsonRows(
    records
      .select(withNames({ day: heldOn, module: trainingModule.name, teams }))
      .from(trainingSession)
      .innerJoin(trainingModule, eq(trainingModule.trainingModuleId, trainingModuleId))
      .where(and(gte(heldOn, window.from), lt(heldOn, window.until), whereTraining(viewer)))
      .orderBy(asc(heldOn), asc(trainingSessionId)),
  );
}

/** The same with their teams by the alphabet. */
export function toTrainingDays(days: readonly TrainingDay[]): TrainingDay[] {
  return days.map((day) => ({ ...day, teams: byName(day.teams) }));
}
