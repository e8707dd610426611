import { and, eq, inArray, notInArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Records } from '@/db/facts/snapshot.ts';
import { agent } from '@/db/schema/organisation.ts';
import { trainingAttendance, trainingSessionTeam } from '@/db/schema/training.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import type { KnownSession } from '@/lib/training/training-forms.ts';
import { demandTraining, stepSession } from './training/load-session.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says anew who is asked to a session, of the people of its teams. Whoever stays keeps whether they came.
 * @throws Forbidden without the right; NotFound; Invalid for somebody of another team; Conflict when somebody changed
 * the session in between
 */
export async function invitePeople(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownSession,
  people: readonly number[],
  now: Date,
): Promise<void> {
  demandTraining(viewer);
  await records.transaction(async (tx) => {
    const trainingSessionId = known.sessionId;
    await stepSession(tx, viewer, known);
    const wanted = await peopleOfTeams(tx, trainingSessionId, people);
    const ofSession = eq(trainingAttendance.trainingSessionId, trainingSessionId);
    await tx.delete(trainingAttendance).where(and(ofSession, notInArray(trainingAttendance.agentId, wanted)));
    if (wanted.length > 0)
      await tx
        .insert(trainingAttendance)
        .values(wanted.map((agentId) => ({ trainingSessionId, agentId })))
        .onConflictDoNothing();
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'session_people_asked',
      subject: `training:${trainingSessionId}`,
      detail: { people: wanted },
    });
  });
}

async function peopleOfTeams(tx: Records, sessionId: number, people: readonly number[]): Promise<number[]> {
  const wanted = [...new Set(people)];
  const teams = tx
    .select({ teamId: trainingSessionTeam.teamId })
    .from(trainingSessionTeam)
    .where(eq(trainingSessionTeam.trainingSessionId, sessionId));
  const found = await tx
    .select({ agentId: agent.agentId })
    .from(agent)
    .where(and(inArray(agent.agentId, wanted), inArray(agent.teamId, teams)));
  if (found.length === wanted.length) return wanted;
  throw new Invalid([
    { field: 'people', message: 'Somebody here is not in a team of this session. Choose again.' },
  ]);
}
