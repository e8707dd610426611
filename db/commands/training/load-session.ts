import { and, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { trainingModule, trainingSession } from '@/db/schema/training.ts';
import { whereTraining } from '@/db/where-kept.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict, NotFound } from '@/lib/errors.ts';
import type { KnownModule, KnownSession } from '@/lib/training/training-forms.ts';

export type StoredModule = typeof trainingModule.$inferSelect;
export type StoredSession = typeof trainingSession.$inferSelect;

/** Refuses whoever may not train. */
export function demandTraining(viewer: Viewer): void {
  demand(viewer, 'train', 'Only trainers may change training.');
}

/** The session of this number, for a change. Throws NotFound where one of its teams is not the viewer's. */
export async function loadSession(tx: Records, viewer: Viewer, sessionId: number): Promise<StoredSession> {
  const [found] = await tx
    .select()
    .from(trainingSession)
    .where(and(eq(trainingSession.trainingSessionId, sessionId), whereTraining({ ...viewer, agents: [] })));
  if (!found) throw new NotFound(`There is no session ${sessionId} here.`);
  return found;
}

/**
 * Changes a session from the state that a form was made from to the next one. Answers with it as it was.
 * @throws NotFound as `loadSession` does; Conflict when somebody changed it in between
 */
export async function stepSession(
  tx: Records,
  viewer: Viewer,
  { sessionId, version }: KnownSession,
  change: Partial<StoredSession> = {},
): Promise<StoredSession> {
  const before = await loadSession(tx, viewer, sessionId);
  const changed = await tx
    .update(trainingSession)
    .set({ ...change, version: version + 1 })
    .where(and(eq(trainingSession.trainingSessionId, sessionId), eq(trainingSession.version, version)))
    .returning({ sessionId: trainingSession.trainingSessionId });
  if (changed.length === 0) throw new Conflict(`Somebody else changed this session ${AFTER_YOU}`);
  return before;
}

/** The same for a module, which belongs to nobody in particular. */
export async function stepModule(
  tx: Records,
  { moduleId, version }: KnownModule,
  change: Partial<StoredModule>,
): Promise<void> {
  const changed = await tx
    .update(trainingModule)
    .set({ ...change, version: version + 1 })
    .where(and(eq(trainingModule.trainingModuleId, moduleId), eq(trainingModule.version, version)))
    .returning({ moduleId: trainingModule.trainingModuleId });
  if (changed.length > 0) return;
  const [found] = await tx
    .select({ moduleId: trainingModule.trainingModuleId })
    .from(trainingModule)
    .where(eq(trainingModule.trainingModuleId, moduleId));
  if (!found) throw new NotFound(`There is no module ${moduleId}.`);
  throw new Conflict(`Somebody else changed this module ${AFTER_YOU}`);
}

export const AFTER_YOU = 'after you opened it. Nothing was saved: reload the page to see it as it is.';
