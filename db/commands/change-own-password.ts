import { and, eq, ne } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { confirmOwner } from '@/db/accounts/confirm-owner.ts';
import { setPassword } from '@/db/accounts/credentials.ts';
import { session } from '@/db/schema/accounts.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import type { PasswordChange } from '@/lib/sign-in/account-form.ts';
import { passwordProblem } from '@/lib/sign-in/passwords.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Gives the viewer's own account another password; its other sessions end.
 * @param sessionId the session that it is asked from, which stays
 * @throws Forbidden for a key; Invalid when the present password is wrong or the new one is one's own name; Conflict
 * after too many attempts
 */
export async function changeOwnPassword(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { current, password }: PasswordChange,
  sessionId: string,
  now: Date,
): Promise<void> {
  const owner = await confirmOwner(records, viewer, current, now);
  const problem = passwordProblem(password, [owner.email, owner.name]);
  if (problem) throw new Invalid([{ field: 'password', message: problem }]);
  await records.transaction(async (tx) => {
    await setPassword(tx, owner.id, password, now);
    await tx.delete(session).where(and(eq(session.userId, owner.id), ne(session.id, sessionId)));
    const entry = { at: now, actor: viewer.actor, action: 'password_changed', detail: {} };
    await writeAudit(tx, { ...entry, subject: viewer.actor });
  });
}
