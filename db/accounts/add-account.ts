import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Records } from '@/db/facts/snapshot.ts';
import { account, user } from '@/db/schema/accounts.ts';
import type { Role } from '@/lib/access.ts';

export interface NewAccount {
  email: string;
  name: string;
  password: string;
  roles: readonly Role[];
}

/** Writes an account that signs in by password, inside the transaction of a command. Answers with its id. */
export async function addAccount(transaction: Records, added: NewAccount, now: Date): Promise<string> {
  const id = randomUUID();
  const times = { createdAt: now, updatedAt: now };
  const email = added.email.trim().toLowerCase();
  await transaction.insert(user).values({ id, email, name: added.name, roles: [...added.roles], ...times });
  await transaction.insert(account).values({
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: await hashPassword(added.password),
    ...times,
  });
  return id;
}
