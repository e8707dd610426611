import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { setUpLink, user } from '@/db/schema/accounts.ts';
import { accounts } from './accounts.ts';
import { sha256 } from './hashes.ts';

const VALID_HOURS = 24;

/** Whether somebody can sign in already, so that there is nothing to set up. */
export async function isSetUp(): Promise<boolean> {
  return hasAccount((await accounts()).records);
}

export async function hasAccount(records: Records): Promise<boolean> {
  const rows = await records.select({ id: user.id }).from(user).limit(1);
  return rows.length > 0;
}

/** Makes the token of a one-time link that is valid for 24 hours; the ones before it are void. Only its hash is kept. */
export async function makeSetUpLink(records: Records, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + VALID_HOURS * 3_600_000);
  await records.transaction(async (transaction) => {
    await transaction.delete(setUpLink).where(isNull(setUpLink.usedAt));
    await transaction.insert(setUpLink).values({ tokenHash: sha256(token), madeAt: now, expiresAt });
  });
  return token;
}

/** Whether the token of a link may still be used. */
export async function isSetUpToken(token: string): Promise<boolean> {
  const { records } = await accounts();
  const rows = await records
    .select({ madeAt: setUpLink.madeAt })
    .from(setUpLink)
    .where(isOpen(token, new Date()));
  return rows.length > 0;
}

/** Uses a token up. Of two at once, or a second time, or after its hours: false. */
export async function spendSetUpToken(records: Records, token: string, now: Date): Promise<boolean> {
  const spent = await records
    .update(setUpLink)
    .set({ usedAt: now })
    .where(isOpen(token, now))
    .returning({ tokenHash: setUpLink.tokenHash });
  return spent.length > 0;
}

const isOpen = (token: string, now: Date) =>
  and(eq(setUpLink.tokenHash, sha256(token)), isNull(setUpLink.usedAt), gt(setUpLink.expiresAt, now));
