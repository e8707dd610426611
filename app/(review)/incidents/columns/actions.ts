'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/app/_server/action.ts';
import { chooseListLook } from '@/db/commands/choose-list-look.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { listPreferencesForm } from '@/lib/preferences/list-preferences.ts';

/** Keeps which columns somebody wants in the list of incidents, how dense, and how many rows a page. */
export const saveListLook = defineAction(listPreferencesForm, 'see_incidents', async (chosen, viewer) => {
  await chooseListLook(await theRecord(), viewer, chosen);
  revalidatePath('/incidents');
});
