import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { accountActor } from '@/db/accounts/scope.ts';
import { lockAccount } from '@/db/accounts/stored-account.ts';
import { user } from '@/db/schema/accounts.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { writeAudit } from './write-audit.ts';

/** Lets somebody in again, with the password that they had. Throws Forbidden without the right; NotFound. */
export async function enableAccount(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  userId: string,
  now: Date,
): Promise<void> {
  demand(viewer, 'administer', 'Only an administrator may enable accounts.');
  await records.transaction(async (tx) => {
    const before = await lockAccount(tx, userId);
    if (!before.disabledAt) return;
    await tx.update(user).set({ disabledAt: null, updatedAt: now }).where(eq(user.id, userId));
    const entry = { at: now, actor: viewer.actor, action: 'account_enabled', detail: {} };
    await writeAudit(tx, { ...entry, subject: accountActor(userId) });
  });
}
