import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { team } from '@/db/schema/organisation.ts';
import { trainingModule, trainingSession, trainingSessionTeam } from '@/db/schema/training.ts';
import { whereTraining } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate, Window } from '@/lib/filters/filters.ts';

/** A session that was held: what it trained, and whom. */
export interface TrainingDay {
  day: LocalDate;
  module: string;
  teams: readonly { teamId: number; name: string }[];
}

/** The sessions of a window that the viewer may see, the earliest first, with their teams by the alphabet. */
export async function listTrainingDays(
  records: Records,
  viewer: Viewer,
  window: Window,
): Promise<TrainingDay[]> {
  const { trainingSessionId, trainingModuleId, heldOn } = trainingSession;
  const rows = await records
    .select({ session: trainingSessionId, day: heldOn, module: trainingModule.name })
    .from(trainingSession)
    .innerJoin(trainingModule, eq(trainingModule.trainingModuleId, trainingModuleId))
    .where(and(gte(heldOn, window.from), lt(heldOn, window.until), whereTraining(viewer)))
    .orderBy(asc(heldOn), asc(trainingSessionId));
  const teams = await records
    .select({ session: trainingSessionTeam.trainingSessionId, teamId: team.teamId, name: team.name })
    .from(trainingSessionTeam)
    .innerJoin(team, eq(team.teamId, trainingSessionTeam.teamId))
    .where(
      inArray(
        trainingSessionTeam.trainingSessionId,
        rows.map(({ session }) => session),
      ),
    );
  return rows.map(({ session, day, module }) => ({
    day,
    module,
    teams: teams
      .filter((one) => one.session === session)
      .map(({ teamId, name }) => ({ teamId, name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en')),
  }));
}
