'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { loadWorkspaceSample } from '@/db/commands/load-workspace-sample.ts';
import { removeSample } from '@/db/commands/remove-sample.ts';
import { theRecord } from '@/db/reports/reading.ts';

const nothing = z.object({});

/** Puts the sample in and shows it. */
export const loadTheSample = defineAction(nothing, 'administer', async (_, viewer) => {
  await loadWorkspaceSample(await theRecord(), viewer, new Date());
  revalidatePath('/', 'layout');
  return redirect('/');
});

/** Takes the sample out, and shows what is left. */
export const removeTheSample = defineAction(nothing, 'administer', async (_, viewer) => {
  await removeSample(await theRecord(), viewer);
  revalidatePath('/', 'layout');
  return redirect('/');
});
