import type { Metadata } from 'next';
import { connection } from 'next/server';
import { accounts } from '@/db/accounts/accounts.ts';
import { findLink } from '@/db/accounts/links.ts';
import { LINK_HOURS } from '@/lib/sign-in/account-link.ts';
import { type EntryParams, onlyValue } from '@/lib/sign-in/entry-params.ts';
import style from '../entry.module.css';
import { JoinForm } from './join-form.tsx';

export const metadata: Metadata = { title: 'Choose a password' };

export default async function JoinPage({ searchParams }: { searchParams: Promise<EntryParams> }) {
  // The page is tried while it is built, when there must be no database.
  await connection();
  const token = onlyValue(await searchParams, 'token') ?? '';
  const { records } = await accounts();
  const found = await findLink(records, token, new Date());
  if (!found) return <VoidLink />;
  const isNew = found.purpose === 'invite';
  return (
    <>
      <h1>{isNew ? 'Join Lookback' : 'Choose a new password'}</h1>
      <p className={style.lead}>
        {isNew
          ? 'You were invited to Lookback. Choose a password; from then on you sign in with it and the address below.'
          : 'The password that you had, and every session, ends when you choose another.'}
      </p>
      <JoinForm token={token} email={found.email} name={isNew ? found.name : null} />
    </>
  );
}

function VoidLink() {
  return (
    <>
      <h1>This link does not work any more</h1>
      <div className={style.text}>
        <p>
          It has been used, was replaced by a newer one, or is too old: an invitation works for{' '}
          {LINK_HOURS.invite} hours, a link to a new password for {LINK_HOURS.reset}.
        </p>
        <p>An administrator can make another in Settings, on the page of your account.</p>
      </div>
    </>
  );
}
