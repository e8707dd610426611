'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { countIncidentAgain } from '@/db/commands/count-incident-again.ts';
import { revealOriginal } from '@/db/commands/reveal-original.ts';
import { setIncidentAside } from '@/db/commands/set-incident-aside.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { REVEAL_REASONS } from '@/lib/privacy/reveal-reasons.ts';
import { countAgainForm, notAnIncidentForm, sameAsForm } from '@/lib/standing/standing-forms.ts';

const revealForm = z.object({
  number: z.coerce.number().int().min(1).max(2_147_483_647),
  reason: z.enum(REVEAL_REASONS, 'Choose a reason.'),
});

/** Opens the sealed original of an incident, and writes into the audit log who did and why. */
export const revealTheOriginal = defineAction(revealForm, 'reveal', async (form, viewer) =>
  revealOriginal(await theRecord(), viewer, form, new Date()),
);

/** Sets an incident aside, since it is none. */
export const setAsideAsNone = defineAction(notAnIncidentForm, 'review', async (form, viewer) => {
  await setIncidentAside(await theRecord(), viewer, { ...form, sameAs: null }, new Date());
  revalidatePath('/incidents', 'layout');
  return null;
});

/** Sets an incident aside, since another one is the same. */
export const setAsideAsSame = defineAction(sameAsForm, 'review', async (form, viewer) => {
  await setIncidentAside(await theRecord(), viewer, form, new Date());
  revalidatePath('/incidents', 'layout');
  return null;
});

/** Takes either back. */
export const countItAgain = defineAction(countAgainForm, 'review', async (form, viewer) => {
  await countIncidentAgain(await theRecord(), viewer, form, new Date());
  revalidatePath('/incidents', 'layout');
  return null;
});
