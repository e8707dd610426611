import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type MailWay, mailLink } from '@/db/accounts/mail-link.ts';
import { nameActors } from '@/db/queries/actor-names.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { SentLink } from '@/lib/sign-in/account-link.ts';
import type { MadeLink } from './invite-account.ts';

/**
 * Sends the owner of an account the one-time link that was just made for it. One that could not be sent works
 * nevertheless, and is to be passed on otherwise.
 * @throws Forbidden without the right; NotFound
 */
export async function sendAccountLink(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  link: MadeLink,
  way: MailWay,
  now: Date,
): Promise<SentLink> {
  demand(viewer, 'administer', 'Only an administrator may send such a link.');
  const names = await nameActors(records, [viewer.actor]);
  const by = names.get(viewer.actor) ?? 'An administrator';
  return mailLink(records, viewer.actor, link, { ...way, by }, now);
}
