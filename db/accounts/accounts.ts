import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { records as openedRecords } from '@/db/records.ts';
import { env } from '@/lib/env.ts';
import { isHttps } from '@/lib/http/session-cookie.ts';
import { type Auth, makeAuth } from './auth.ts';
import { loadSecret } from './secret.ts';

/** Where accounts are kept and how they are checked. */
export interface Accounts {
  records: PostgresJsDatabase<Record<string, never>>;
  auth: Auth;
  /** Whether the cookie is one for https. */
  https: boolean;
  /** Signs cookies and encrypts second factors. */
  secret: string;
}

/** The accounts of this process by its settings. Throws what opening the record throws. */
export async function accounts(): Promise<Accounts> {
  const { records } = await openedRecords();
  if (opened?.records !== records)
    opened = makeAccounts(records, { secret: loadSecret(env()), https: isHttps(env()) });
  return opened;
}

/** Accounts in a given record. */
export function makeAccounts(
  records: Accounts['records'],
  { secret, https }: { secret: string; https: boolean },
): Accounts {
  return { records, https, secret, auth: makeAuth(records, { secret, https }) };
}

let opened: Accounts | undefined;
