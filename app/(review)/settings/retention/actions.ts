'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/action.ts';
import { chooseRetention } from '@/db/commands/choose-retention.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { retentionForm } from '@/lib/workspace/retention-form.ts';

/** Saves how long things are kept. */
export const saveRetention = defineAction(retentionForm, 'administer', async (form, viewer) => {
  await chooseRetention(await theRecord(), viewer, form, new Date());
  revalidatePath('/settings/retention');
  redirect('/settings/retention');
});
