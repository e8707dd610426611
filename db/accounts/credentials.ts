import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { account } from '@/db/schema/accounts.ts';

const PASSWORD = 'credential';

/** Gives an account this password, in place of the one that it may have had. */
export async function setPassword(tx: Records, userId: string, password: string, now: Date): Promise<void> {
  const hash = await hashPassword(password);
  await tx
    .insert(account)
    .values({
      userId,
      accountId: userId,
      providerId: PASSWORD,
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [account.providerId, account.accountId],
      set: { password: hash, updatedAt: now },
    });
}

/** Whether this is the password of the account. False, after as long a time, for one that has none. */
export async function isPasswordOf(records: Records, userId: string, password: string): Promise<boolean> {
  const hash = await findHash(records, userId);
  if (hash === null) {
    await hashPassword(password);
    return false;
  }
  return verifyPassword({ hash, password });
}

/** Whether somebody signs in by password at all; others come by single sign-on, or have not yet come. */
export async function hasPassword(records: Records, userId: string): Promise<boolean> {
  return (await findHash(records, userId)) !== null;
}

async function findHash(records: Records, userId: string): Promise<string | null> {
  const [row] = await records
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, PASSWORD)));
  return row?.hash ?? null;
}
