import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { findViewer } from '@/app/_server/session.ts';
import { controlClass } from '@/app/_ui/form/button.tsx';
import { isSetUp } from '@/db/accounts/set-up-link.ts';
import { env } from '@/lib/env.ts';
import { type EntryParams, onlyValue } from '@/lib/sign-in/entry-params.ts';
import { providerPath, safeNext } from '@/lib/sign-in/next-path.ts';
import style from '../entry.module.css';
import { describeProblem } from './problems.ts';
import { SignInForm } from './sign-in-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<EntryParams> }) {
  const params = await searchParams;
  const next = safeNext(onlyValue(params, 'next'));
  if (!(await isSetUp())) redirect('/set-up');
  if (await findViewer()) redirect(next);
  const { oidc, mail } = env();
  return (
    <>
      <h1>Sign in</h1>
      <SignInForm next={next} problem={describeProblem(onlyValue(params, 'problem'))} />
      {mail ? (
        <p className={style.lead}>
          <Link href="/sign-in/forgotten" className="link" prefetch={false}>
            Forgotten password
          </Link>
        </p>
      ) : null}
      {oidc ? (
        <div className={style.other}>
          <span>or</span>
          <a className={controlClass()} href={providerPath(next)}>
            Sign in with {oidc.name}
          </a>
        </div>
      ) : null}
    </>
  );
}
