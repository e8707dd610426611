'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { changeTarget } from '@/db/commands/change-target.ts';
import { chooseMeasures } from '@/db/commands/choose-measures.ts';
import { removeTarget } from '@/db/commands/remove-target.ts';
import { setTarget } from '@/db/commands/set-target.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { targetForm } from '@/lib/measures/target-form.ts';
import { rowNumber, versionField } from '@/lib/workspace/form-fields.ts';
import { measuresForm } from '@/lib/workspace/measures-form.ts';

const LIST = '/settings/measures';

/** Saves the cards, the rules and the buckets. */
export const saveMeasures = defineAction(measuresForm, 'administer', async (form, viewer) => {
  await chooseMeasures(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

/** Sets a target. */
export const saveTarget = defineAction(targetForm, 'set_targets', async (form, viewer) => {
  await setTarget(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

const known = z.object({ targetId: rowNumber, version: versionField }).and(targetForm);

/** Changes a target and goes back to the list. */
export const saveChangedTarget = defineAction(
  known,
  'set_targets',
  async ({ targetId, version, ...form }, viewer) => {
    await changeTarget(await theRecord(), viewer, { targetId, version }, form, new Date());
    revalidatePath('/', 'layout');
    return redirect(LIST);
  },
);

/** Deletes a target and goes back to the list. */
export const deleteTarget = defineAction(
  z.object({ targetId: rowNumber }),
  'set_targets',
  async (form, viewer) => {
    await removeTarget(await theRecord(), viewer, form.targetId, new Date());
    revalidatePath('/', 'layout');
    return redirect(LIST);
  },
);
