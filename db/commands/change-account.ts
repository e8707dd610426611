import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { refuseLastAdministrator } from '@/db/accounts/administrators.ts';
import { bindAccount } from '@/db/accounts/bindings.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { lockAccount } from '@/db/accounts/stored-account.ts';
import { user } from '@/db/schema/accounts.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { AccountChange } from '@/lib/sign-in/account-form.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says anew what somebody is called, which roles they have and how far they see. It holds from their next request on.
 * @throws Forbidden without the right; NotFound; Conflict when somebody changed the account in between, or when nobody
 * could administer Lookback any more; Invalid for a team or an agent that is gone
 */
export async function changeAccount(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { userId, version, name, roles, ...bindings }: AccountChange,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may change accounts.');
  await records.transaction(async (tx) => {
    const before = await lockAccount(tx, userId);
    if (before.updatedAt.getTime() !== version) throw new Conflict(CHANGED);
    if (before.roles.includes('admin') && !roles.includes('admin')) await refuseLastAdministrator(tx, userId);
    await tx
      .update(user)
      .set({ name, roles: [...roles], updatedAt: now })
      .where(eq(user.id, userId));
    const bound = await bindAccount(tx, userId, bindings);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'account_changed',
      subject: accountActor(userId),
      detail: { rolesBefore: before.roles, roles, ...bound, ...(name === before.name ? {} : { name: true }) },
    });
  });
}

const CHANGED =
  'Somebody else changed this account after you opened it. Nothing was saved: reload the page to see it as it is.';
