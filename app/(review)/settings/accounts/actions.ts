'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { mailWay } from '@/db/accounts/mail-link.ts';
import type { SignedIn } from '@/db/accounts/viewer.ts';
import { changeAccount } from '@/db/commands/change-account.ts';
import { disableAccount } from '@/db/commands/disable-account.ts';
import { enableAccount } from '@/db/commands/enable-account.ts';
import { endSession } from '@/db/commands/end-session.ts';
import { inviteAccount, type MadeLink } from '@/db/commands/invite-account.ts';
import { makeAccountLink } from '@/db/commands/make-account-link.ts';
import { markAsLeft } from '@/db/commands/mark-as-left.ts';
import { removeSecondFactor } from '@/db/commands/remove-second-factor.ts';
import { sendAccountLink } from '@/db/commands/send-account-link.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { accountForm, inviteForm } from '@/lib/sign-in/account-form.ts';
import { joinPath } from '@/lib/sign-in/account-link.ts';
import type { PassedLink } from './shown-link.tsx';

const LIST = '/settings/accounts';
const whose = z.object({ userId: z.uuid() });

/** Makes an account, and sends or shows the link for its owner. */
export const inviteSomebody = defineAction(inviteForm, 'administer', async (form, viewer) => {
  const link = await inviteAccount(await theRecord(), viewer, form, new Date());
  const passed = await passOn(link, viewer);
  revalidatePath(LIST);
  return passed;
});

/** Makes another link for an account, to be copied. */
export const makeLink = defineAction(whose, 'administer', async ({ userId }, viewer): Promise<PassedLink> => {
  const link = await makeAccountLink(await theRecord(), viewer, userId, new Date());
  revalidatePath(LIST, 'layout');
  return { sent: null, link: toShown(link) };
});

/** Makes another link for an account and sends it; where that fails it is to be copied. */
export const sendLink = defineAction(whose, 'administer', async ({ userId }, viewer) => {
  const link = await makeAccountLink(await theRecord(), viewer, userId, new Date());
  const passed = await passOn(link, viewer);
  revalidatePath(LIST, 'layout');
  return passed;
});

/** Saves name, roles, teams and agents. */
export const saveAccount = defineAction(accountForm, 'administer', async (form, viewer) => {
  await changeAccount(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

export const disableTheAccount = defineAction(whose, 'administer', async ({ userId }, viewer) => {
  await disableAccount(await theRecord(), viewer, userId, new Date());
  revalidatePath(LIST, 'layout');
  return null;
});

export const enableTheAccount = defineAction(whose, 'administer', async ({ userId }, viewer) => {
  await enableAccount(await theRecord(), viewer, userId, new Date());
  revalidatePath(LIST, 'layout');
  return null;
});

/** Closes the account of somebody who has left, and goes back to the list. */
export const closeTheAccount = defineAction(whose, 'administer', async ({ userId }, viewer) => {
  await markAsLeft(await theRecord(), viewer, userId, new Date());
  revalidatePath(LIST, 'layout');
  return redirect(LIST);
});

/** Takes a lost second factor from somebody. */
export const removeTheirFactor = defineAction(whose, 'administer', async ({ userId }, viewer) => {
  await removeSecondFactor(await theRecord(), viewer, userId, new Date());
  revalidatePath(LIST, 'layout');
  return null;
});

/** Ends a session of somebody. */
export const endTheirSession = defineAction(
  z.object({ session: z.uuid() }),
  'administer',
  async ({ session }, viewer) => {
    await endSession(await theRecord(), viewer, session, new Date());
    revalidatePath(LIST, 'layout');
    return null;
  },
);

/** By mail where that is on. The link is shown only where its owner does not have it. */
async function passOn(link: MadeLink, viewer: SignedIn): Promise<PassedLink> {
  const way = mailWay();
  const sent = way ? await sendAccountLink(await theRecord(), viewer, link, way, new Date()) : null;
  return { sent, link: sent?.isSent ? null : toShown(link) };
}

/** The path of a link, which the page puts behind the address that it has been opened at itself. */
function toShown({ token, expiresAt }: MadeLink): NonNullable<PassedLink['link']> {
  return { path: joinPath(token), until: expiresAt.getTime() };
}
