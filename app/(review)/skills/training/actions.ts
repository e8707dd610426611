'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/action.ts';
import { changeModule } from '@/db/commands/change-module.ts';
import { changeSession } from '@/db/commands/change-session.ts';
import { invitePeople } from '@/db/commands/invite-people.ts';
import { makeModule } from '@/db/commands/make-module.ts';
import { markAttendance } from '@/db/commands/mark-attendance.ts';
import { planSession } from '@/db/commands/plan-session.ts';
import { removeSession } from '@/db/commands/remove-session.ts';
import { theRecord } from '@/db/reports/reading.ts';
import {
  attendanceForm,
  changeModuleForm,
  changeSessionForm,
  invitationForm,
  knownSession,
  moduleForm,
  sessionForm,
} from '@/lib/training/training-forms.ts';

const HOME = '/skills/training';
const refresh = () => revalidatePath('/skills', 'layout');

/** Makes a module and opens it. */
export const saveModule = defineAction(moduleForm, 'train', async (form, viewer): Promise<null> => {
  const moduleId = await makeModule(await theRecord(), viewer, form, new Date());
  refresh();
  return redirect(`${HOME}/modules/${moduleId}`);
});

/** Says anew what a module is. */
export const saveChangedModule = defineAction(changeModuleForm, 'train', async (form, viewer) => {
  const { moduleId, version, ...entry } = form;
  await changeModule(await theRecord(), viewer, { moduleId, version }, entry, new Date());
  refresh();
  return null;
});

/** Plans a session and opens it. */
export const saveSession = defineAction(sessionForm, 'train', async (form, viewer): Promise<null> => {
  const sessionId = await planSession(await theRecord(), viewer, form, new Date());
  refresh();
  return redirect(`${HOME}/sessions/${sessionId}`);
});

/** Moves a session, or says anew what it is compared with and which cards it practises with. */
export const saveChangedSession = defineAction(changeSessionForm, 'train', async (form, viewer) => {
  const { sessionId, version, ...entry } = form;
  await changeSession(await theRecord(), viewer, { sessionId, version }, entry, new Date());
  refresh();
  return null;
});

/** Says anew who is asked to a session. */
export const saveInvitations = defineAction(invitationForm, 'train', async (form, viewer) => {
  const { people, ...known } = form;
  await invitePeople(await theRecord(), viewer, known, people, new Date());
  refresh();
  return null;
});

/** Marks who has come to a session. */
export const saveAttendance = defineAction(attendanceForm, 'train', async (form, viewer) => {
  const { attended, ...known } = form;
  await markAttendance(await theRecord(), viewer, known, attended, new Date());
  refresh();
  return null;
});

/** Takes a session away and goes back to the others. */
export const removeTheSession = defineAction(knownSession, 'train', async (form, viewer): Promise<null> => {
  await removeSession(await theRecord(), viewer, form, new Date());
  refresh();
  return redirect(HOME);
});
