'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/action.ts';
import { documentIncident } from '@/db/commands/document-incident.ts';
import { dropFormDraft, saveFormDraft } from '@/db/commands/save-form-draft.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { formEntries } from '@/lib/incident-form/incident-form.ts';

/** Puts the incident into the record, and goes to its page. What was kept of the form is dropped. */
export const documentTheIncident = defineAction(formEntries, 'document', async (entries, viewer) => {
  const record = await theRecord();
  const number = await documentIncident(record, viewer, entries, new Date());
  await dropFormDraft(record, viewer);
  return redirect(`/incidents/${number}`);
});

/** Keeps what is entered while it is being entered. */
export const keepTheDraft = defineAction(formEntries, 'document', async (entries, viewer) => {
  await saveFormDraft(await theRecord(), viewer, entries, new Date());
});

export const dropTheDraft = defineAction(formEntries, 'document', async (_entries, viewer) => {
  await dropFormDraft(await theRecord(), viewer);
  revalidatePath('/incidents/new');
});
