import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { accountsReport } from '@/db/reports/accounts.ts';
import { teamChoices } from '@/db/reports/team-choices.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { env } from '@/lib/env.ts';
import style from '../settings.module.css';
import { AccountTable } from './account-table.tsx';
import { InviteForm } from './invite-form.tsx';

export const metadata: Metadata = { title: 'Accounts' };

export default async function AccountsPage() {
  const viewer = await requireRight('administer');
  const [{ accounts, timeZone }, teams] = await Promise.all([accountsReport(viewer), teamChoices(viewer)]);
  const byMail = env().mail !== null;
  const staff = accounts.filter(({ state }) => state !== 'left');
  return (
    <>
      <h1>Accounts</h1>
      <p className="quiet">Who may sign in, what they may do, and whose incidents they see.</p>
      <section className={style.section} aria-labelledby="all">
        <h2 id="all">{formatCounted(staff.length, 'account')}</h2>
        <AccountTable accounts={accounts} timeZone={timeZone} />
      </section>
      <section className={`${style.section} ${style.entry}`} aria-labelledby="invite">
        <h2 id="invite">Invite somebody</h2>
        <p className="quiet">
          {byMail
            ? 'They are sent a link that works once, for 72 hours. Where the mail cannot be sent, the link is shown here.'
            : 'Lookback sends no mail here: it makes a link that works once, for 72 hours. Copy it and pass it on.'}
        </p>
        <InviteForm teams={teams} timeZone={timeZone} />
      </section>
    </>
  );
}
