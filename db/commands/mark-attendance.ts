import { and, eq, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { trainingAttendance } from '@/db/schema/training.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import type { KnownSession } from '@/lib/training/training-forms.ts';
import { demandTraining, stepSession } from './training/load-session.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Marks who has come to a session; everybody else who was asked has not.
 * @throws Forbidden without the right; NotFound; Invalid for somebody who was not asked; Conflict when somebody changed
 * the session in between
 */
export async function markAttendance(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownSession,
  attended: readonly number[],
  now: Date,
): Promise<void> {
  demandTraining(viewer);
  await records.transaction(async (tx) => {
    const came = [...new Set(attended)];
    await stepSession(tx, viewer, known);
    const ofSession = eq(trainingAttendance.trainingSessionId, known.sessionId);
    const asked = await tx
      .update(trainingAttendance)
      .set({ attended: false })
      .where(ofSession)
      .returning({ agentId: trainingAttendance.agentId });
    if (!came.every((one) => asked.some(({ agentId }) => agentId === one))) throw new Invalid(NOT_ASKED);
    await tx
      .update(trainingAttendance)
      .set({ attended: true })
      .where(and(ofSession, inArray(trainingAttendance.agentId, came)));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'session_attendance_marked',
      subject: `training:${known.sessionId}`,
      detail: { asked: asked.length, attended: came.length },
    });
  });
}

const NOT_ASKED = [{ field: 'attended', message: 'Somebody here was not asked to this session.' }];
