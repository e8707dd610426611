'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/app/_server/action.ts';
import { changeTimeZone } from '@/db/commands/change-time-zone.ts';
import { changeWorkspace } from '@/db/commands/change-workspace.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { timeZoneForm, workspaceForm } from '@/lib/workspace/workspace-form.ts';

/** Saves name, country, currency and limits. */
export const saveWorkspace = defineAction(workspaceForm, 'administer', async (form, viewer) => {
  await changeWorkspace(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

/** Changes the time zone; answers with how many incidents were counted anew. */
export const saveTimeZone = defineAction(timeZoneForm, 'administer', async (form, viewer) => {
  const incidents = await changeTimeZone(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return incidents;
});
