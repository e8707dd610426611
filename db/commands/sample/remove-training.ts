import { eq, inArray, notInArray, or } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { lesson, lessonTeam } from '@/db/schema/lessons.ts';
import { agent } from '@/db/schema/organisation.ts';
import { scenario } from '@/db/schema/scenarios.ts';
import {
  trainingAttendance,
  trainingComparedTeam,
  trainingModule,
  trainingSession,
  trainingSessionTeam,
} from '@/db/schema/training.ts';
import { SAMPLE_OWNER } from '@/db/seed/sample-owner.ts';
import { deleteUnused } from './delete-unused.ts';

/**
 * Takes the training and the lessons of the sample away. Of other sessions its teams and people are taken off, and those that are for
 * nobody then go; modules that others have come to use stay.
 */
export async function removeTraining(tx: Records, teams: readonly number[]): Promise<void> {
  const own = [...teams];
  const people = tx.select({ id: agent.agentId }).from(agent).where(inArray(agent.teamId, own));
  await tx.delete(trainingAttendance).where(inArray(trainingAttendance.agentId, people));
  await tx.delete(trainingComparedTeam).where(inArray(trainingComparedTeam.teamId, own));
  await tx.delete(trainingSessionTeam).where(inArray(trainingSessionTeam.teamId, own));
  const left = tx.select({ id: trainingSessionTeam.trainingSessionId }).from(trainingSessionTeam);
  await tx
    .delete(trainingSession)
    .where(or(eq(trainingSession.madeBy, SAMPLE_OWNER), notInArray(trainingSession.trainingSessionId, left)));
  await tx.delete(scenario).where(eq(scenario.madeBy, SAMPLE_OWNER));
  await tx.delete(lesson).where(eq(lesson.sharedBy, SAMPLE_OWNER));
  await tx.delete(lessonTeam).where(inArray(lessonTeam.teamId, own));
  const modules = await tx
    .select({ id: trainingModule.trainingModuleId })
    .from(trainingModule)
    .where(eq(trainingModule.madeBy, SAMPLE_OWNER));
  await deleteUnused(
    tx,
    trainingModule,
    trainingModule.trainingModuleId,
    modules.map(({ id }) => id),
  );
}
