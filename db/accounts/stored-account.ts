import { and, eq, isNull } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { user } from '@/db/schema/accounts.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';

export type StoredAccount = typeof user.$inferSelect;

/** The account of this id, locked until the transaction is over. Throws NotFound; somebody who has left is not there. */
export async function lockAccount(tx: Records, userId: string): Promise<StoredAccount> {
  const [row] = await tx
    .select()
    .from(user)
    .where(and(eq(user.id, userId), isNull(user.leftAt)))
    .for('update');
  if (!row) throw new NotFound('There is no such account.');
  return row;
}

/** The id of the viewer's own account. Throws Forbidden for a key or a command line, which have none. */
export function ownAccountId(viewer: Viewer): string {
  const id = /^account:(.+)$/.exec(viewer.actor)?.[1];
  if (!id) throw new Forbidden('Only somebody who is signed in has an account.');
  return id;
}
