import type { Metadata } from 'next';
import { requireViewer } from '@/app/_server/session.ts';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { type AccountRow, ownAccountReport } from '@/db/reports/accounts.ts';
import { describeRole } from '@/lib/sign-in/role-words.ts';
import settings from '../settings/settings.module.css';
import style from './account.module.css';
import { endOwnSession } from './actions.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SessionTable } from './session-table.tsx';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const viewer = await requireViewer();
  const { account, sessions, timeZone } = await ownAccountReport(viewer, { sessionId: viewer.sessionId });
  return (
    <>
      <Page>
        <div className={style.own}>
          <h1>Your account</h1>
          <p className="quiet">
            {account.name}, {account.email}. {describeRole(viewer)}
            {account.teams.length > 0 && viewer.teams !== 'all' ? `: ${account.teams.join(', ')}` : ''}. An
            administrator changes these.
          </p>
          <WaysIn account={account} />
          <section className={settings.section} aria-labelledby="sessions">
            <h2 id="sessions">Where you are signed in</h2>
            <SessionTable sessions={sessions} timeZone={timeZone} end={endOwnSession} />
          </section>
        </div>
      </Page>
      <Footer>
        <span>A session ends after 12 hours without a request, and 7 days after signing in.</span>
        <span>Times in {timeZone}.</span>
      </Footer>
    </>
  );
}

function WaysIn({ account }: { account: AccountRow }) {
  if (!account.ways.password) {
    return (
      <p className="quiet">
        You sign in through your organisation, so that there is no password to change here.
      </p>
    );
  }
  return (
    <>
      <section className={settings.section} aria-labelledby="password">
        <h2 id="password">Password</h2>
        <PasswordForm email={account.email} />
      </section>
      <section className={settings.section} aria-labelledby="factor">
        <h2 id="factor">Second factor</h2>
        <SecondFactor isSet={account.ways.secondFactor} />
      </section>
    </>
  );
}
