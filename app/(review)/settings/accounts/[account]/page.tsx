import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { SessionTable } from '@/app/(review)/account/session-table.tsx';
import { accountReport } from '@/db/reports/accounts.ts';
import { env } from '@/lib/env.ts';
import { NotFound } from '@/lib/errors.ts';
import { isUuid } from '@/lib/http/uuid.ts';
import { STATE_LABELS } from '@/lib/sign-in/account-state.ts';
import style from '../../settings.module.css';
import { endTheirSession } from '../actions.ts';
import { ChangeAccountForm } from './change-account-form.tsx';
import { Leaving } from './leaving.tsx';
import { WaysIn } from './ways-in.tsx';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage({ params }: { params: Promise<{ account: string }> }) {
  const viewer = await requireRight('administer');
  const { account: id } = await params;
  if (!isUuid(id)) notFound();
  const { account, sessions, teams, timeZone } = await accountReport(viewer, id).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  if (account.state === 'left') notFound();
  return (
    <>
      <p>
        <PageLink href="/settings/accounts" className="link">
          ‹ Accounts
        </PageLink>
      </p>
      <h1>{account.name}</h1>
      <p className="quiet">
        {account.email}. {STATE_LABELS[account.state]}.
      </p>
      <section className={style.section} aria-label="Roles and teams">
        <ChangeAccountForm account={account} teams={teams} />
      </section>
      <WaysIn account={account} timeZone={timeZone} byMail={env().mail !== null} />
      <section className={style.section} aria-labelledby="sessions">
        <h2 id="sessions">Where {account.isOwn ? 'you are' : 'they are'} signed in</h2>
        <SessionTable sessions={sessions} timeZone={timeZone} end={endTheirSession} />
      </section>
      <Leaving account={account} />
    </>
  );
}
