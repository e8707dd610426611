import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { refuseLastAdministrator } from '@/db/accounts/administrators.ts';
import { bindAccount } from '@/db/accounts/bindings.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { lockAccount } from '@/db/accounts/stored-account.ts';
import { account, accountLink, session, twoFactor, user } from '@/db/schema/accounts.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { FORMER_STAFF } from '@/lib/sign-in/role-words.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Closes the account of somebody who has left, for good: name, address, password and sessions go, and what they did
 * stands under "Former staff". The address can be invited again, as somebody new.
 * @throws Forbidden without the right; NotFound; Conflict when nobody could administer Lookback any more
 */
export async function markAsLeft(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  userId: string,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may close accounts.');
  await records.transaction(async (tx) => {
    const before = await lockAccount(tx, userId);
    if (before.roles.includes('admin')) await refuseLastAdministrator(tx, userId);
    for (const table of [account, session, twoFactor, accountLink])
      await tx.delete(table).where(eq(table.userId, userId));
    await bindAccount(tx, userId, { teams: [], agents: [] });
    await tx
      .update(user)
      .set({
        name: FORMER_STAFF,
        // The address is unique, and nobody can be written to at this one.
        email: `${userId}@former.invalid`,
        emailVerified: false,
        image: null,
        roles: [],
        twoFactorEnabled: false,
        disabledAt: before.disabledAt ?? now,
        leftAt: now,
        updatedAt: now,
      })
      .where(eq(user.id, userId));
    const entry = { at: now, actor: viewer.actor, action: 'account_left', detail: {} };
    await writeAudit(tx, { ...entry, subject: accountActor(userId) });
  });
}
