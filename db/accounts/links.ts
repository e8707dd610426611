import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { accountLink, user } from '@/db/schema/accounts.ts';
import { LINK_HOURS, LINK_PURPOSES, type LinkPurpose } from '@/lib/sign-in/account-link.ts';
import { sha256 } from './hashes.ts';

/** A link that still works, and whose it is. */
export interface OpenLink {
  purpose: LinkPurpose;
  userId: string;
  name: string;
  email: string;
}

/** Makes the token of a one-time link; those made before for the account are void. Only its hash is kept. */
export async function makeLink(
  tx: Records,
  link: { userId: string; purpose: LinkPurpose; madeBy: string },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LINK_HOURS[link.purpose] * 3_600_000);
  await voidLinks(tx, link.userId);
  await tx.insert(accountLink).values({ ...link, tokenHash: sha256(token), madeAt: now, expiresAt });
  return { token, expiresAt };
}

/** Takes back every link of an account that was not used. */
export async function voidLinks(tx: Records, userId: string): Promise<void> {
  await tx.delete(accountLink).where(and(eq(accountLink.userId, userId), isNull(accountLink.usedAt)));
}

/** What a token still opens; null for one that was used, replaced, is too old, or whose account is disabled. */
export async function findLink(records: Records, token: string, now: Date): Promise<OpenLink | null> {
  const [row] = await records
    .select({
      purpose: accountLink.purpose,
      userId: accountLink.userId,
      name: user.name,
      email: user.email,
    })
    .from(accountLink)
    .innerJoin(user, eq(user.id, accountLink.userId))
    .where(and(isOpen(token, now), isNull(user.disabledAt)));
  const purpose = LINK_PURPOSES.find((each) => each === row?.purpose);
  return row && purpose ? { ...row, purpose } : null;
}

/** Uses a token up. Of two at once, or a second time, or after its hours: false. */
export async function spendLink(tx: Records, token: string, now: Date): Promise<boolean> {
  const spent = await tx
    .update(accountLink)
    .set({ usedAt: now })
    .where(isOpen(token, now))
    .returning({ userId: accountLink.userId });
  return spent.length > 0;
}

const isOpen = (token: string, now: Date) =>
  and(eq(accountLink.tokenHash, sha256(token)), isNull(accountLink.usedAt), gt(accountLink.expiresAt, now));
