import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { accountActor } from '@/db/accounts/scope.ts';
import { session } from '@/db/schema/accounts.ts';
import { whereSessions } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Ends one session: one's own, or anybody's for an administrator. One that is over already, or is not the viewer's to
 * end, is left as it is. Answers with whether there was something to end.
 */
export async function endSession(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  return records.transaction(async (tx) => {
    const [ended] = await tx
      .delete(session)
      .where(and(eq(session.id, sessionId), whereSessions(viewer)))
      .returning({ userId: session.userId });
    if (!ended) return false;
    const entry = { at: now, actor: viewer.actor, action: 'session_ended', detail: {} };
    await writeAudit(tx, { ...entry, subject: accountActor(ended.userId) });
    return true;
  });
}
