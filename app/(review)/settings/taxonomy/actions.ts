'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/action.ts';
import { addTerm } from '@/db/commands/add-term.ts';
import { changeTerm } from '@/db/commands/change-term.ts';
import { mergeTerm } from '@/db/commands/merge-term.ts';
import { moveTerm } from '@/db/commands/move-term.ts';
import { rankTerm } from '@/db/commands/rank-term.ts';
import { retireTerm } from '@/db/commands/retire-term.ts';
import { separateTerm } from '@/db/commands/separate-term.ts';
import { theRecord } from '@/db/reports/reading.ts';
import {
  addTermForm,
  changeTermForm,
  mergeTermForm,
  moveTermForm,
  namedTermForm,
  rankTermForm,
  retireTermForm,
} from '@/lib/taxonomy/term-forms.ts';

/** Adds a value. */
export const saveTerm = defineAction(addTermForm, 'administer', async (form, viewer) => {
  await addTerm(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

/** Saves label, group and meaning. */
export const saveChangedTerm = defineAction(changeTermForm, 'administer', async (form, viewer) => {
  await changeTerm(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

/** Puts a value one place up or down. */
export const moveTheTerm = defineAction(moveTermForm, 'administer', async (form, viewer) => {
  await moveTerm(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

/** Lets a value count as another one, and shows it so. */
export const mergeTheTerm = defineAction(mergeTermForm, 'administer', async (form, viewer) => {
  await mergeTerm(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return redirect(addressOf(form));
});

/** Lets a merged value count as itself again. */
export const separateTheTerm = defineAction(namedTermForm, 'administer', async (form, viewer) => {
  await separateTerm(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return redirect(addressOf(form));
});

/** Gives a level another rank. */
export const rankTheLevel = defineAction(rankTermForm, 'administer', async (form, viewer) => {
  await rankTerm(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return redirect(addressOf(form));
});

/** Retires a value, or brings it back. */
export const retireTheTerm = defineAction(retireTermForm, 'administer', async (form, viewer) => {
  await retireTerm(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return redirect(addressOf(form));
});

function addressOf({ set, id }: { set: string; id: string }): string {
  return `/settings/taxonomy/${set}/${id}`;
}
