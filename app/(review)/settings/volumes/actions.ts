'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { setVolumes } from '@/db/commands/set-volumes.ts';
import { undoVolumes } from '@/db/commands/undo-volumes.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { rowNumber } from '@/lib/workspace/form-fields.ts';
import { volumesForm } from '@/lib/workspace/volumes-form.ts';

/** Saves the contacts of a team on a day. */
export const saveVolumes = defineAction(volumesForm, 'administer', async (form, viewer) => {
  await setVolumes(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

/** Takes an import of contact volumes back. */
export const undoImport = defineAction(z.object({ run: rowNumber }), 'administer', async (form, viewer) => {
  await undoVolumes(await theRecord(), viewer, form.run, new Date());
  revalidatePath('/', 'layout');
  return null;
});
