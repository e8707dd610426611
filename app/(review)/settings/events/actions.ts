'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction } from '@/app/_server/action.ts';
import { addEvent } from '@/db/commands/add-event.ts';
import { changeEvent } from '@/db/commands/change-event.ts';
import { removeEvent } from '@/db/commands/remove-event.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { eventForm } from '@/lib/workspace/event-form.ts';
import { rowNumber, versionField } from '@/lib/workspace/form-fields.ts';

const LIST = '/settings/events';

/** Adds an event. */
export const saveEvent = defineAction(eventForm, 'administer', async (form, viewer) => {
  await addEvent(await theRecord(), viewer, form, new Date());
  revalidatePath('/', 'layout');
  return null;
});

const known = z.object({ eventId: rowNumber, version: versionField }).and(eventForm);

/** Changes an event and goes back to the list. */
export const saveChangedEvent = defineAction(known, 'administer', async (form, viewer) => {
  const { eventId, version, ...entry } = form;
  await changeEvent(await theRecord(), viewer, { eventId, version }, entry, new Date());
  revalidatePath('/', 'layout');
  return redirect(LIST);
});

/** Deletes an event and goes back to the list. */
export const deleteEvent = defineAction(
  z.object({ eventId: rowNumber }),
  'administer',
  async (form, viewer) => {
    await removeEvent(await theRecord(), viewer, form.eventId, new Date());
    revalidatePath('/', 'layout');
    return redirect(LIST);
  },
);
