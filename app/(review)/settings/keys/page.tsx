import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { apiKeysReport } from '@/db/reports/api-keys.ts';
import style from '../settings.module.css';
import { KeyForm } from './key-form.tsx';
import { KeyTable } from './key-table.tsx';

export const metadata: Metadata = { title: 'Keys' };

export default async function KeysPage() {
  const { keys, timeZone } = await apiKeysReport(await requireRight('administer'));
  return (
    <>
      <h1>Keys</h1>
      <p className="quiet">
        With a key a program asks Lookback without an account, by the header “Authorization: Bearer KEY”.
      </p>
      <section className={`${style.section} ${style.entry}`} aria-labelledby="make">
        <h2 id="make">Make a key</h2>
        <KeyForm />
      </section>
      <section className={style.section} aria-labelledby="all">
        <h2 id="all">Keys so far</h2>
        <KeyTable keys={keys} timeZone={timeZone} />
      </section>
    </>
  );
}
