import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { addPerson } from '@/db/accounts/add-account.ts';
import { bindAccount } from '@/db/accounts/bindings.ts';
import { makeLink } from '@/db/accounts/links.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { user } from '@/db/schema/accounts.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import type { Invitation } from '@/lib/sign-in/account-form.ts';
import { writeAudit } from './write-audit.ts';

/** The token of a one-time link, to be shown once. */
export interface MadeLink {
  userId: string;
  token: string;
  expiresAt: Date;
}

/**
 * Makes an account without a password, and the one-time link by which its owner chooses one.
 * @throws Forbidden without the right; Invalid when the address has an account, or a team or agent is gone
 */
export async function inviteAccount(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { email, name, roles, ...bindings }: Invitation,
  now: Date,
): Promise<MadeLink> {
  demand(viewer, 'administer', 'Only an administrator may invite people.');
  return records.transaction(async (tx) => {
    const taken = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (taken.length > 0) throw new Invalid([{ field: 'email', message: TAKEN }]);
    const userId = await addPerson(tx, { email, name, roles }, now);
    const bound = await bindAccount(tx, userId, bindings);
    const link = await makeLink(tx, { userId, purpose: 'invite', madeBy: viewer.actor }, now);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'account_invited',
      subject: accountActor(userId),
      detail: { roles, ...bound },
    });
    return { userId, ...link };
  });
}

const TAKEN = 'There is an account of this address already.';
