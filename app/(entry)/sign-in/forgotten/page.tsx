import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { findViewer } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { env } from '@/lib/env.ts';
import style from '../../entry.module.css';
import { ForgottenForm } from './forgotten-form.tsx';

export const metadata: Metadata = { title: 'Forgotten password' };

export default async function ForgottenPage() {
  const viewer = await findViewer();
  if (env().mail === null) notFound();
  if (viewer) redirect('/account');
  return (
    <>
      <h1>Forgotten password</h1>
      <p className={style.lead}>
        Give your e-mail address. You are sent a link with which you choose a new password; the one that you
        have goes on working until then.
      </p>
      <ForgottenForm />
      <p className={style.lead}>
        <PageLink href="/sign-in" className="link">
          Back to sign in
        </PageLink>
      </p>
    </>
  );
}
