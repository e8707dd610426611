'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/app/_server/action.ts';
import { addPatternNote } from '@/db/commands/add-pattern-note.ts';
import { changePattern } from '@/db/commands/change-pattern.ts';
import { linkIncident } from '@/db/commands/link-incident.ts';
import { removeFactor } from '@/db/commands/remove-factor.ts';
import { setFactor } from '@/db/commands/set-factor.ts';
import { unlinkIncident } from '@/db/commands/unlink-incident.ts';
import { writeWhys } from '@/db/commands/write-whys.ts';
import { theRecord } from '@/db/reports/reading.ts';
import {
  changePatternForm,
  codedFactorForm,
  factorForm,
  linkForm,
  noteForm,
  removeFactorForm,
  unlinkForm,
  whysForm,
} from '@/lib/patterns/pattern-forms.ts';

const refresh = () => revalidatePath('/patterns', 'layout');

/** Gives a pattern another name, owner or status. */
export const savePattern = defineAction(changePatternForm, 'keep_patterns', async (form, viewer) => {
  const { patternId, version, ...entry } = form;
  await changePattern(await theRecord(), viewer, { patternId, version }, entry, new Date());
  refresh();
  return null;
});

/** Writes the whys of a pattern anew. */
export const saveWhys = defineAction(whysForm, 'keep_patterns', async ({ whys, ...known }, viewer) => {
  await writeWhys(await theRecord(), viewer, known, whys, new Date());
  refresh();
  return null;
});

/** Adds a note to a pattern. */
export const saveNote = defineAction(noteForm, 'keep_patterns', async (form, viewer) => {
  await addPatternNote(await theRecord(), viewer, form, new Date());
  refresh();
  return null;
});

/** Names an incident as evidence of a pattern. */
export const linkTheIncident = defineAction(linkForm, 'keep_patterns', async (form, viewer) => {
  await linkIncident(await theRecord(), viewer, form, new Date());
  refresh();
  return null;
});

/** Takes an incident from the evidence of a pattern. */
export const unlinkTheIncident = defineAction(unlinkForm, 'keep_patterns', async (form, viewer) => {
  await unlinkIncident(await theRecord(), viewer, form, new Date());
  refresh();
  return null;
});

/** Adds a factor to the fishbone of a pattern. */
export const addFactor = defineAction(factorForm, 'keep_patterns', async (form, viewer) => {
  const { category, text, ...known } = form;
  await setFactor(await theRecord(), viewer, known, { category, text }, new Date());
  refresh();
  return null;
});

/** Says how a coded factor is to be shown in the fishbone of a pattern. */
export const saveCodedFactor = defineAction(codedFactorForm, 'keep_patterns', async (form, viewer) => {
  const { category, text, rootCause, isLeftOut, ...known } = form;
  const entry = { category, text, coded: { rootCause, isLeftOut } };
  await setFactor(await theRecord(), viewer, known, entry, new Date());
  refresh();
  return null;
});

/** Takes an entry from the fishbone of a pattern. */
export const removeTheFactor = defineAction(removeFactorForm, 'keep_patterns', async (form, viewer) => {
  const { factorId, ...known } = form;
  await removeFactor(await theRecord(), viewer, known, factorId, new Date());
  refresh();
  return null;
});
