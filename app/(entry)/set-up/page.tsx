import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { isSetUp, isSetUpToken } from '@/db/accounts/set-up-link.ts';
import { isEmpty } from '@/db/reports/sample.ts';
import { env } from '@/lib/env.ts';
import { type EntryParams, onlyValue } from '@/lib/sign-in/entry-params.ts';
import { countryChoices, currencyChoices } from '@/lib/workspace/choices.ts';
import { currencyOf } from '@/lib/workspace/countries.ts';
import { listTimeZones } from '@/lib/workspace/time-zones.ts';
import style from '../entry.module.css';
import { type Choices, SetUpForm } from './set-up-form.tsx';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetUpPage({ searchParams }: { searchParams: Promise<EntryParams> }) {
  // The page is tried while it is built, when there must be no database.
  await connection();
  if (await isSetUp()) redirect('/sign-in');
  const given = onlyValue(await searchParams, 'token') ?? '';
  if (!(await isSetUpToken(given))) return <WhereTheLinkIs isVoid={given !== ''} />;
  return (
    <>
      <h1>Set up Lookback</h1>
      <p className={style.lead}>
        One account for you and one workspace for your organisation. It takes a minute.
      </p>
      <SetUpForm token={given} choices={listChoices(await isEmpty())} />
    </>
  );
}

function WhereTheLinkIs({ isVoid }: { isVoid: boolean }) {
  return (
    <>
      <h1>Set up Lookback</h1>
      <div className={style.text}>
        {isVoid ? <p>This link has been used, replaced by a newer one, or is older than a day.</p> : null}
        <p>
          When Lookback started, it printed a link on its console, below the words “Lookback has no account
          yet”. Open that link to make the first account. It works once, for 24 hours.
        </p>
        <p>
          <code>http://…/set-up?token=…</code>
        </p>
        <p>If the link is lost, stop Lookback and start it again: it prints a new one.</p>
      </div>
    </>
  );
}

function listChoices(offersSample: boolean): Choices {
  const country = env().country ?? '';
  return {
    timeZones: listTimeZones(),
    countries: countryChoices(),
    currencies: currencyChoices(),
    offersSample,
    chosen: {
      timeZone: env().timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      country,
      currency: currencyOf(country) ?? '',
      sample: env().sample,
    },
  };
}
