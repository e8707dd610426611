'use server';

import { redirect } from 'next/navigation';
import { defineOpenAction } from '@/app/_server/action.ts';
import { keepCookie, requestOrigin } from '@/app/_server/session.ts';
import { accounts } from '@/db/accounts/accounts.ts';
import { signIn } from '@/db/accounts/sign-in.ts';
import { redeemAccountLink } from '@/db/commands/redeem-account-link.ts';
import { linkForm } from '@/lib/sign-in/account-form.ts';

/** Chooses a password by a one-time link, and signs in with it. */
export const join = defineOpenAction(linkForm, async (form) => {
  const known = await accounts();
  const { email } = await redeemAccountLink(known.records, form, new Date());
  const credentials = { email, password: form.password };
  const result = await signIn(known, credentials, await requestOrigin(), new Date());
  if (result.outcome === 'signed_in' || result.outcome === 'code') await keepCookie(result.cookie);
  const next = { signed_in: '/', code: '/sign-in/code', refused: '/sign-in', wait: '/sign-in' };
  return redirect(next[result.outcome]);
});
