import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { MadeLink } from '@/db/commands/invite-account.ts';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { type Mailer, theMailer } from '@/db/mail/mailer.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { user } from '@/db/schema/accounts.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { env } from '@/lib/env.ts';
import { NotFound } from '@/lib/errors.ts';
import { accountLetter } from '@/lib/mail/account-letter.ts';
import { toMail } from '@/lib/mail/letter.ts';
import { MailFailed } from '@/lib/mail/mail-failure.ts';
import { joinPath, type LinkPurpose, type SentLink } from '@/lib/sign-in/account-link.ts';
import { hasPassword } from './credentials.ts';
import { accountActor } from './scope.ts';

/** By what a link is sent, and at which address the program is reached. */
export interface MailWay {
  mailer: Mailer;
  /** An origin, without a slash at its end. */
  url: string;
}

/** The way of this process by its settings; null where mail is off. */
export function mailWay(): MailWay | null {
  const mailer = theMailer();
  const { url } = env();
  return mailer && url ? { mailer, url } : null;
}

/**
 * Sends the owner of an account a one-time link that was made for it. Whether that went well is in the audit log; a link
 * that could not be sent works nevertheless.
 * @param by what whoever made it is called; null where its owner asked for it
 * @throws NotFound
 */
export async function mailLink(
  records: PostgresJsDatabase<Record<string, never>>,
  actor: string,
  { userId, token, expiresAt }: MadeLink,
  { mailer, url, by }: MailWay & { by: string | null },
  now: Date,
): Promise<SentLink> {
  const [[owner], workspace, isOld] = await Promise.all([
    records.select({ email: user.email }).from(user).where(eq(user.id, userId)),
    findWorkspace(records),
    hasPassword(records, userId),
  ]);
  if (!owner) throw new NotFound('There is no such account.');
  const zone = workspace?.timeZone ?? 'UTC';
  const purpose: LinkPurpose = isOld ? 'reset' : 'invite';
  const letter = accountLetter({
    to: owner.email,
    purpose,
    workspace: workspace?.name ?? 'your organisation',
    by,
    url: `${url}${joinPath(token)}`,
    until: `${describeInstant(expiresAt.getTime(), zone)} (${zone})`,
  });
  const failure = await mailer.send(toMail(letter)).then(() => null, toFailure);
  await records.transaction((tx) =>
    writeAudit(tx, {
      at: now,
      actor,
      action: failure ? 'account_mail_failed' : 'account_mail_sent',
      subject: accountActor(userId),
      detail: { purpose, ...(failure ? { reason: failure.reason } : {}) },
    }),
  );
  return failure
    ? { isSent: false, to: owner.email, why: failure.message }
    : { isSent: true, to: owner.email };
}

function toFailure(error: unknown): MailFailed {
  if (error instanceof MailFailed) return error;
  throw error;
}
