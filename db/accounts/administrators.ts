import { and, arrayContains, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { account, user } from '@/db/schema/accounts.ts';
import { Conflict } from '@/lib/errors.ts';

/**
 * Makes sure that somebody else can still administer Lookback: has a way to sign in and is not disabled. To be asked in
 * the transaction that takes the role, or the way in, from an account. Two such at once wait for each other.
 * @throws Conflict when this is the last one
 */
export async function refuseLastAdministrator(tx: Records, userId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const others = await tx
    .select({ id: user.id })
    .from(user)
    .innerJoin(account, eq(account.userId, user.id))
    .where(and(ne(user.id, userId), isNull(user.disabledAt), arrayContains(user.roles, ['admin'])))
    .limit(1);
  if (others.length === 0) throw new Conflict(LAST);
}

const LOCK = 1_819_241_326;
const LAST =
  'This is the last account that can administer Lookback. Give the role to somebody else first. Nothing was changed.';
