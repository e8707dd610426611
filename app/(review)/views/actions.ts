'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/action.ts';
import { chooseFirstView, chooseView, leaveView } from '@/db/commands/choose-view.ts';
import { removeView } from '@/db/commands/remove-view.ts';
import { saveView } from '@/db/commands/save-view.ts';
import { updateView } from '@/db/commands/update-view.ts';
import { theRecord } from '@/db/reports/reading.ts';
import {
  firstViewForm,
  knownView,
  leaveViewForm,
  saveViewForm,
  updateViewForm,
} from '@/lib/views/view-forms.ts';
import { addressOf } from '@/lib/views/view-model.ts';

export const saveTheView = defineAction(saveViewForm, null, async (entry, viewer) => {
  await saveView(await theRecord(), viewer, entry, new Date());
  revalidatePath(entry.page);
});

export const updateTheView = defineAction(updateViewForm, null, async (entry, viewer) => {
  await updateView(await theRecord(), viewer, entry, new Date());
  revalidatePath('/', 'layout');
});

export const removeTheView = defineAction(knownView, null, async (entry, viewer) => {
  await removeView(await theRecord(), viewer, entry, new Date());
  revalidatePath('/', 'layout');
});

/** Goes to a view, which is then the one in use. */
export const openTheView = defineAction(knownView, null, async ({ viewId }, viewer) => {
  const view = await chooseView(await theRecord(), viewer, viewId);
  revalidatePath(view.page);
  return redirect(addressOf(view));
});

export const openItFirst = defineAction(firstViewForm, null, async (entry, viewer) => {
  await chooseFirstView(await theRecord(), viewer, entry);
  revalidatePath('/', 'layout');
});

/** Forgets the view; to the page without any filters where the address would still be the view. */
export const leaveTheView = defineAction(leaveViewForm, null, async ({ page, isPlain }, viewer) => {
  await leaveView(await theRecord(), viewer, page);
  revalidatePath(page);
  if (isPlain) redirect(page);
});
