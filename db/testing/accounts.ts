import { type Accounts, makeAccounts } from '@/db/accounts/accounts.ts';
import { addAccount } from '@/db/accounts/add-account.ts';
import type { SessionCookie } from '@/db/accounts/sign-in.ts';
import type { Role } from '@/lib/access.ts';

export const PASSWORD = 'seven bridges, one river';

/** Accounts in the database of a test, over https as in production. */
export function testAccounts(records: Accounts['records'], https = true): Accounts {
  return makeAccounts(records, { secret: 'only for tests: 0123456789abcdef', https });
}

/** Somebody who can sign in with `PASSWORD`; each call makes another address. */
export async function makeAccount(records: Accounts['records'], roles: Role[] = ['admin'], now = new Date()) {
  made += 1;
  const email = `person-${made}@example.com`;
  const id = await addAccount(records, { email, name: `Person ${made}`, password: PASSWORD, roles }, now);
  return { id, email };
}

let made = 0;

/** The headers of a request from a browser that holds the cookie. */
export function requestWith(cookie: SessionCookie): Headers {
  return new Headers({ cookie: `${cookie.name}=${encodeURIComponent(cookie.value)}` });
}
