'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineOpenAction } from '@/app/_server/action.ts';
import { keepCookie, requestOrigin } from '@/app/_server/session.ts';
import { accounts } from '@/db/accounts/accounts.ts';
import { signIn } from '@/db/accounts/sign-in.ts';
import { loadFirstSample } from '@/db/commands/load-first-sample.ts';
import { setUpWorkspace } from '@/db/commands/set-up-workspace.ts';
import { theRecord } from '@/db/reports/reading.ts';
import type { Viewer } from '@/lib/access.ts';
import { setUpForm } from '@/lib/workspace/set-up-form.ts';

/** Whoever sets Lookback up becomes its administrator. */
const SET_UP: Viewer = { actor: 'set-up', roles: ['admin'], teams: 'all' };

/** Makes the workspace and its first administrator, who is signed in then. */
export const setUp = defineOpenAction(
  setUpForm.safeExtend({ token: z.string(), sample: z.literal('on').optional() }),
  async ({ token, sample, ...form }) => {
    await setUpWorkspace(form, { token });
    if (sample) await loadFirstSample(await theRecord(), SET_UP, new Date());
    const result = await signIn(await accounts(), form, await requestOrigin(), new Date());
    if (result.outcome === 'signed_in') await keepCookie(result.cookie);
    return redirect(result.outcome === 'signed_in' ? '/' : '/sign-in');
  },
);
