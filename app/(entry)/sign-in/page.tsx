import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { findViewer } from '@/app/_server/session.ts';
import { isSetUp } from '@/db/accounts/set-up-link.ts';
import { type EntryParams, onlyValue } from '@/lib/sign-in/entry-params.ts';
import { safeNext } from '@/lib/sign-in/next-path.ts';
import { describeProblem } from './problems.ts';
import { SignInForm } from './sign-in-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<EntryParams> }) {
  const params = await searchParams;
  const next = safeNext(onlyValue(params, 'next'));
  if (!(await isSetUp())) redirect('/set-up');
  if (await findViewer()) redirect(next);
  return (
    <>
      <h1>Sign in</h1>
      <SignInForm next={next} problem={describeProblem(onlyValue(params, 'problem'))} />
    </>
  );
}
