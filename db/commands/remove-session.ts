import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { trainingSession } from '@/db/schema/training.ts';
import type { Viewer } from '@/lib/access.ts';
import type { KnownSession } from '@/lib/training/training-forms.ts';
import { demandTraining, stepSession } from './training/load-session.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Takes a session away with its attendance, as one that was planned by mistake.
 * @throws Forbidden without the right; NotFound; Conflict when somebody changed it in between
 */
export async function removeSession(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownSession,
  now: Date,
): Promise<void> {
  demandTraining(viewer);
  await records.transaction(async (tx) => {
    const { heldOn, trainingModuleId } = await stepSession(tx, viewer, known);
    await tx.delete(trainingSession).where(eq(trainingSession.trainingSessionId, known.sessionId));
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'session_removed',
      subject: `training:${known.sessionId}`,
      detail: { day: heldOn, module: trainingModuleId },
    });
  });
}
