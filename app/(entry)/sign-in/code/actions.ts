'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineOpenAction } from '@/app/_server/action.ts';
import { dropCookie, keepCookie, requestOrigin } from '@/app/_server/session.ts';
import { accounts } from '@/db/accounts/accounts.ts';
import { giveCode as give } from '@/db/accounts/second-factor.ts';
import { Conflict, Invalid } from '@/lib/errors.ts';
import { codeCookieName } from '@/lib/http/session-cookie.ts';
import { codeField } from '@/lib/sign-in/account-form.ts';
import { beginPath, safeNext } from '@/lib/sign-in/next-path.ts';

/** The second step of signing in. */
export const giveCode = defineOpenAction(
  z.object({ code: codeField, next: z.string().optional() }),
  async ({ code, next }) => {
    const known = await accounts();
    const result = await give(known, code, await requestOrigin(), new Date());
    if (result.outcome === 'refused') throw new Invalid([{ field: 'code', message: WRONG }]);
    if (result.outcome === 'expired') throw new Conflict(EXPIRED);
    await keepCookie(result.cookie);
    await dropCookie(codeCookieName(known.https), known.https);
    return redirect(beginPath(safeNext(next ?? null)));
  },
);

const WRONG = 'This code is not right, or it has been used. Take the one that the app shows now.';
const EXPIRED = 'This took longer than ten minutes, or there were too many wrong codes. Sign in again.';
