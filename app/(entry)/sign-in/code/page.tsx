import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { findViewer } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { type EntryParams, onlyValue } from '@/lib/sign-in/entry-params.ts';
import { safeNext } from '@/lib/sign-in/next-path.ts';
import style from '../../entry.module.css';
import { CodeForm } from './code-form.tsx';

export const metadata: Metadata = { title: 'Code' };

export default async function CodePage({ searchParams }: { searchParams: Promise<EntryParams> }) {
  const next = safeNext(onlyValue(await searchParams, 'next'));
  if (await findViewer()) redirect(next);
  return (
    <>
      <h1>Code</h1>
      <p className={style.lead}>
        Open the app on your phone and type the code that it shows for Lookback. Without your phone, type one
        of your recovery codes.
      </p>
      <CodeForm next={next} />
      <p className={style.text}>
        <PageLink href="/sign-in" className="link">
          Sign in as somebody else
        </PageLink>
      </p>
    </>
  );
}
