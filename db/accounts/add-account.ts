import { randomUUID } from 'node:crypto';
import type { Records } from '@/db/facts/snapshot.ts';
import { user } from '@/db/schema/accounts.ts';
import type { Role } from '@/lib/access.ts';
import { setPassword } from './credentials.ts';

export interface NewAccount {
  email: string;
  name: string;
  roles: readonly Role[];
}

/** Writes an account that signs in by password, inside the transaction of a command. Answers with its id. */
export async function addAccount(
  transaction: Records,
  { password, ...added }: NewAccount & { password: string },
  now: Date,
): Promise<string> {
  const id = await addPerson(transaction, added, now);
  await setPassword(transaction, id, password, now);
  return id;
}

/** Writes an account that has no way to sign in yet. Answers with its id. */
export async function addPerson(transaction: Records, added: NewAccount, now: Date): Promise<string> {
  const id = randomUUID();
  const email = added.email.trim().toLowerCase();
  await transaction
    .insert(user)
    .values({ id, email, name: added.name, roles: [...added.roles], createdAt: now, updatedAt: now });
  return id;
}
