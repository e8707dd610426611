import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
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

/** The sessions of a window that the viewer may see, the earliest first, with their teams by the alphabet. */
export async function listTrainingDays(
  records: Records,
  viewer: Viewer,
  window: Window,
): Promise<TrainingDay[]> {
  const { trainingSessionId, trainingModuleId, heldOn } = trainingSession;
  const isIts = eq(trainingSessionTeam.trainingSessionId, trainingSessionId);
  const rows = await records
    .select({
      day: heldOn,
      module: trainingModule.name,
      teams: namedTeams(records, trainingSessionTeam, isIts),
    })
    .from(trainingSession)
    .innerJoin(trainingModule, eq(trainingModule.trainingModuleId, trainingModuleId))
    .where(and(gte(heldOn, window.from), lt(heldOn, window.until), whereTraining(viewer)))
    .orderBy(asc(heldOn), asc(trainingSessionId));
  return rows.map((row) => ({ ...row, teams: byName(row.teams) }));
}
