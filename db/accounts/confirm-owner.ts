import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { user } from '@/db/schema/accounts.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Invalid, NotFound } from '@/lib/errors.ts';
import { describeWait } from '@/lib/sign-in/wait-words.ts';
import { isPasswordOf } from './credentials.ts';
import { ownAccountId, type StoredAccount } from './stored-account.ts';
import { forgiveAttempt, takeAttempt } from './throttle.ts';

/**
 * Makes sure that whoever holds this session knows its password, too, before something is changed that only the owner
 * may. Wrong attempts count like those of signing in.
 * @throws Forbidden for a key; Invalid at `current` when the password is wrong; Conflict after too many attempts
 */
export async function confirmOwner(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  password: string,
  now: Date,
): Promise<StoredAccount> {
  const userId = ownAccountId(viewer);
  const [owner] = await records.select().from(user).where(eq(user.id, userId));
  if (!owner) throw new NotFound('There is no such account.');
  const attempter = { email: owner.email, address: null };
  const seconds = await takeAttempt(records, attempter, now);
  if (seconds > 0) throw new Conflict(describeWait(seconds));
  if (!(await isPasswordOf(records, userId, password)))
    throw new Invalid([{ field: 'current', message: 'This is not your present password.' }]);
  await forgiveAttempt(records, attempter);
  return owner;
}
