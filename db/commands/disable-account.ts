import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { refuseLastAdministrator } from '@/db/accounts/administrators.ts';
import { voidLinks } from '@/db/accounts/links.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { lockAccount } from '@/db/accounts/stored-account.ts';
import { session, user } from '@/db/schema/accounts.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Shuts somebody out at once: their sessions end and their links are void. Nothing of theirs is removed.
 * @throws Forbidden without the right; NotFound; Conflict when nobody could administer Lookback any more
 */
export async function disableAccount(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  userId: string,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may disable accounts.');
  await records.transaction(async (tx) => {
    const before = await lockAccount(tx, userId);
    if (before.disabledAt) return;
    if (before.roles.includes('admin')) await refuseLastAdministrator(tx, userId);
    await tx.update(user).set({ disabledAt: now, updatedAt: now }).where(eq(user.id, userId));
    await tx.delete(session).where(eq(session.userId, userId));
    await voidLinks(tx, userId);
    const entry = { at: now, actor: viewer.actor, action: 'account_disabled', detail: {} };
    await writeAudit(tx, { ...entry, subject: accountActor(userId) });
  });
}
