'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { keepCookie } from '@/app/_server/session.ts';
import { accounts } from '@/db/accounts/accounts.ts';
import { beginSecondFactor, confirmSecondFactor, renewRecoveryCodes } from '@/db/accounts/second-factor.ts';
import { changeOwnPassword } from '@/db/commands/change-own-password.ts';
import { endSession } from '@/db/commands/end-session.ts';
import { removeOwnSecondFactor } from '@/db/commands/remove-second-factor.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { codeForm, confirmForm, passwordForm } from '@/lib/sign-in/account-form.ts';
import { toQrPath } from '@/lib/sign-in/qr-path.ts';

/** Changes one's own password. */
export const savePassword = defineAction(passwordForm, null, async (form, viewer) => {
  await changeOwnPassword(await theRecord(), viewer, form, viewer.sessionId ?? '', new Date());
  revalidatePath('/account');
  return null;
});

/** Begins a second factor; answers with what the app and the drawer need, which is shown once. */
export const beginFactor = defineAction(confirmForm, null, async ({ current }, viewer) => {
  const given = new Headers(await headers());
  const begun = await beginSecondFactor(await accounts(), viewer, current, given, new Date());
  const secret = new URL(begun.uri).searchParams.get('secret') ?? '';
  return { ...begun, secret, picture: toQrPath(begun.uri) };
});

/** Takes the first code of the app. */
export const confirmFactor = defineAction(codeForm, null, async ({ code }, viewer) => {
  const given = new Headers(await headers());
  await keepCookie(await confirmSecondFactor(await accounts(), viewer, code, given, new Date()));
  return null;
});

/** Makes new recovery codes. */
export const renewCodes = defineAction(confirmForm, null, async ({ current }, viewer) => {
  const given = new Headers(await headers());
  return renewRecoveryCodes(await accounts(), viewer, current, given, new Date());
});

/** Removes one's own second factor. */
export const removeFactor = defineAction(confirmForm, null, async ({ current }, viewer) => {
  await removeOwnSecondFactor(await theRecord(), viewer, current, new Date());
  revalidatePath('/account');
  return null;
});

/** Ends one of one's own sessions. */
export const endOwnSession = defineAction(
  z.object({ session: z.uuid() }),
  null,
  async ({ session }, viewer) => {
    await endSession(await theRecord(), viewer, session, new Date());
    revalidatePath('/account');
    return null;
  },
);
