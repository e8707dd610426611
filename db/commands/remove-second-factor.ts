import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { confirmOwner } from '@/db/accounts/confirm-owner.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { lockAccount } from '@/db/accounts/stored-account.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { twoFactor, user } from '@/db/schema/accounts.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { writeAudit } from './write-audit.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

/**
 * Takes the second factor from somebody who has lost it; the password alone opens the account then.
 * @throws Forbidden without the right; NotFound
 */
export async function removeSecondFactor(
  records: Database,
  viewer: Viewer,
  userId: string,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may remove the second factor of others.');
  await records.transaction((tx) => remove(tx, viewer, userId, now));
}

/**
 * Takes the second factor from the viewer's own account.
 * @throws Forbidden for a key; Invalid when the password is wrong; Conflict after too many attempts
 */
export async function removeOwnSecondFactor(
  records: Database,
  viewer: Viewer,
  password: string,
  now: Date,
): Promise<void> {
  const { id } = await confirmOwner(records, viewer, password, now);
  await records.transaction((tx) => remove(tx, viewer, id, now));
}

async function remove(tx: Records, viewer: Viewer, userId: string, now: Date): Promise<void> {
  await lockAccount(tx, userId);
  await tx.delete(twoFactor).where(eq(twoFactor.userId, userId));
  await tx.update(user).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(user.id, userId));
  const entry = { at: now, actor: viewer.actor, action: 'second_factor_removed', detail: {} };
  await writeAudit(tx, { ...entry, subject: accountActor(userId) });
}
