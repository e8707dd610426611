import { and, desc, eq, gt } from 'drizzle-orm';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { accountLink, user } from '@/db/schema/accounts.ts';
import { whereActive } from '@/db/where-kept.ts';
import type { Accounts } from './accounts.ts';
import { hasPassword } from './credentials.ts';
import { makeLink } from './links.ts';
import { type MailWay, mailLink } from './mail-link.ts';
import { accountActor } from './scope.ts';
import type { RequestSource } from './sign-in.ts';
import { takeAttempt } from './throttle.ts';

/** What somebody who asks for a link is told: that it is on its way if there is such an account, or how long to wait. */
export type AskedLink =
  | {
      outcome: 'taken';
      /** Ends when whatever is to be sent has been. Nobody waits for it, or known addresses would take longer. */
      done: Promise<void>;
    }
  | { outcome: 'wait'; seconds: number };

/** An account is sent at most one link in so many minutes, however often somebody asks. */
const APART_MINUTES = 5;

/**
 * Sends the owner of an address a link to a new password. The answer is the same whether there is such an account or not;
 * who asks often waits, as who guesses passwords does. Accounts that have no password are not sent any: they are invited
 * still, or come by single sign-on.
 */
export async function askForLink(
  accounts: Accounts,
  email: string,
  way: MailWay,
  from: RequestSource,
  now: Date,
): Promise<AskedLink> {
  const attempter = { email: `link ${email}`, address: from.address };
  const seconds = await takeAttempt(accounts.records, attempter, now);
  if (seconds > 0) return { outcome: 'wait', seconds };
  return { outcome: 'taken', done: sendTo(accounts, email, way, now) };
}

async function sendTo({ records }: Accounts, email: string, way: MailWay, now: Date): Promise<void> {
  const [found] = await records
    .select({ userId: user.id })
    .from(user)
    .where(and(eq(user.email, email), whereActive()));
  if (!found || !(await hasPassword(records, found.userId))) return;
  const { userId } = found;
  const actor = accountActor(userId);
  const link = await records.transaction(async (tx) => {
    await tx.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('update');
    const since = new Date(now.getTime() - APART_MINUTES * 60_000);
    const [last] = await tx
      .select({ madeAt: accountLink.madeAt })
      .from(accountLink)
      .where(
        and(eq(accountLink.userId, userId), eq(accountLink.madeBy, actor), gt(accountLink.madeAt, since)),
      )
      .orderBy(desc(accountLink.madeAt))
      .limit(1);
    if (last) return null;
    const made = await makeLink(tx, { userId, purpose: 'reset', madeBy: actor }, now);
    const detail = { purpose: 'reset' };
    await writeAudit(tx, { at: now, actor, action: 'account_link_asked', subject: actor, detail });
    return made;
  });
  if (link) await mailLink(records, actor, { userId, ...link }, { ...way, by: null }, now);
}
