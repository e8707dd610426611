import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { setPassword } from '@/db/accounts/credentials.ts';
import { findLink, spendLink } from '@/db/accounts/links.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { session, user } from '@/db/schema/accounts.ts';
import { Conflict, Invalid } from '@/lib/errors.ts';
import type { LinkUse } from '@/lib/sign-in/account-form.ts';
import { passwordProblem } from '@/lib/sign-in/passwords.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Chooses a password by a one-time link, which is void from then on; every session of the account ends. Answers with
 * the address to sign in with.
 * @throws Conflict when the link was used, replaced or is too old; Invalid for a password that is one's own name
 */
export async function redeemAccountLink(
  records: PostgresJsDatabase<Record<string, never>>,
  { token, name, password }: LinkUse,
  now: Date,
): Promise<{ email: string }> {
  return records.transaction(async (tx) => {
    const found = await findLink(tx, token, now);
    if (!found) throw new Conflict(VOID_LINK);
    const problem = passwordProblem(password, [found.email, name ?? found.name]);
    if (problem) throw new Invalid([{ field: 'password', message: problem }]);
    if (!(await spendLink(tx, token, now))) throw new Conflict(VOID_LINK);
    const isNew = found.purpose === 'invite';
    await setPassword(tx, found.userId, password, now);
    await tx
      .update(user)
      .set({ updatedAt: now, ...(isNew && name ? { name } : {}) })
      .where(eq(user.id, found.userId));
    await tx.delete(session).where(eq(session.userId, found.userId));
    const actor = accountActor(found.userId);
    const action = isNew ? 'account_joined' : 'password_reset';
    await writeAudit(tx, { at: now, actor, action, subject: actor, detail: {} });
    return { email: found.email };
  });
}

const VOID_LINK =
  'This link has been used, replaced by a newer one, or is too old. Ask an administrator for another.';
