'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { makeApiKey } from '@/db/commands/make-api-key.ts';
import { revokeApiKey } from '@/db/commands/revoke-api-key.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { keyForm } from '@/lib/sign-in/key-form.ts';
import { rowNumber } from '@/lib/workspace/form-fields.ts';

const LIST = '/settings/keys';

/** Makes a key; answers with it, once. */
export const makeKey = defineAction(keyForm, 'administer', async (form, viewer) => {
  const { key } = await makeApiKey(await theRecord(), viewer, form, new Date());
  revalidatePath(LIST);
  return key;
});

/** Revokes a key. */
export const revokeKey = defineAction(z.object({ key: rowNumber }), 'administer', async ({ key }, viewer) => {
  await revokeApiKey(await theRecord(), viewer, key, new Date());
  revalidatePath(LIST);
  return null;
});
