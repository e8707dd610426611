import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { hasPassword } from '@/db/accounts/credentials.ts';
import { makeLink } from '@/db/accounts/links.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { lockAccount } from '@/db/accounts/stored-account.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import type { MadeLink } from './invite-account.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Makes a new one-time link for an account: to choose a first password, or another one. Earlier links are void; the
 * password that there is goes on working until the link is used.
 * @throws Forbidden without the right; NotFound; Conflict for a disabled account
 */
export async function makeAccountLink(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  userId: string,
  now: Date,
): Promise<MadeLink> {
  demand(viewer, 'administer', 'Only an administrator may make such a link.');
  return records.transaction(async (tx) => {
    const found = await lockAccount(tx, userId);
    if (found.disabledAt) throw new Conflict('This account is disabled. Enable it first.');
    const purpose = (await hasPassword(tx, userId)) ? 'reset' : 'invite';
    const link = await makeLink(tx, { userId, purpose, madeBy: viewer.actor }, now);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'account_link_made',
      subject: accountActor(userId),
      detail: { purpose },
    });
    return { userId, ...link };
  });
}
