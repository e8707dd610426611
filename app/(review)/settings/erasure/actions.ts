'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/app/_server/action.ts';
import { takeQuota } from '@/db/accounts/quota.ts';
import { erasePerson } from '@/db/commands/erase-person.ts';
import { findPerson } from '@/db/commands/find-person.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { env } from '@/lib/env.ts';
import { erasureForm, personForm } from '@/lib/workspace/person-form.ts';

/** Looks for a person; answers with what was found, and with what was looked for. */
export const lookForPerson = defineAction(personForm, 'administer', async (asked, viewer) => {
  const [record, now] = [await theRecord(), new Date()];
  await takeQuota(record, 'person', viewer.actor, now);
  return { asked, found: await findPerson(record, viewer, asked, now) };
});

/** Erases those who were chosen of what was found. */
export const eraseThePerson = defineAction(
  erasureForm,
  'administer',
  async ({ sure: _, ...asked }, viewer) => {
    const erased = await erasePerson(await theRecord(), viewer, asked, { home: env().home, now: new Date() });
    revalidatePath('/', 'layout');
    return erased;
  },
);
