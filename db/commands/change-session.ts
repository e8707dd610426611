import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Viewer } from '@/lib/access.ts';
import type { ChangedSession, KnownSession } from '@/lib/training/training-forms.ts';
import { demandTraining, stepSession } from './training/load-session.ts';
import { passedOnWords } from './training/passed-on-words.ts';
import { setCompared, setMaterial } from './training/set-parts.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Moves a session to another day, or says anew what it is compared with and which cards it practises with.
 * @throws Forbidden without the right; NotFound; Invalid for a team or card that is gone; Conflict when somebody
 * changed it in between
 */
export async function changeSession(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownSession,
  { heldOn, compared, scenarios, note }: ChangedSession,
  now: Date,
): Promise<void> {
  demandTraining(viewer);
  await records.transaction(async (tx) => {
    const safe = await passedOnWords(tx);
    const before = await stepSession(tx, viewer, known, { heldOn, note: safe(note) || null });
    await setCompared(tx, viewer, known.sessionId, compared);
    await setMaterial(tx, known.sessionId, scenarios);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'session_changed',
      subject: `training:${known.sessionId}`,
      detail: { day: heldOn, before: before.heldOn, compared, cards: scenarios.length },
    });
  });
}
