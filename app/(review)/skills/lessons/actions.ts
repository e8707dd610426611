'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/action.ts';
import { changeLesson } from '@/db/commands/change-lesson.ts';
import { checkLesson } from '@/db/commands/check-lesson.ts';
import { shareLesson } from '@/db/commands/share-lesson.ts';
import { lessonReport, newLessonReport } from '@/db/reports/lesson.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { Forbidden } from '@/lib/errors.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { changeLessonForm, checkLessonForm, lessonForm } from '@/lib/lessons/lesson-forms.ts';

const refresh = () => revalidatePath('/skills', 'layout');

/** Shares a lesson with what its incidents say now, and opens it. */
export const saveLesson = defineAction(lessonForm, 'train', async (form, viewer): Promise<null> => {
  const { query, measure, ...entry } = form;
  const found = await newLessonReport(viewer, parseFilters(new URLSearchParams(query)), measure);
  if (found.address === null) throw new Forbidden('None of these incidents are of your teams.');
  const evidence = { address: found.address, measure, figures: found.figures };
  const at = { now: new Date(), today: found.today };
  const lessonId = await shareLesson(await theRecord(), viewer, entry, evidence, at);
  refresh();
  return redirect(`/skills/lessons/${lessonId}`);
});

/** Says anew what a lesson tells. */
export const saveChangedLesson = defineAction(changeLessonForm, 'train', async (form, viewer) => {
  const { lessonId, version, ...entry } = form;
  const { today } = await lessonReport(viewer, lessonId);
  const at = { now: new Date(), today };
  await changeLesson(await theRecord(), viewer, { lessonId, version }, entry, at);
  refresh();
  return null;
});

/** Says whether a lesson is still true. */
export const answerLesson = defineAction(checkLessonForm, 'train', async (form, viewer) => {
  const { lessonId, version, ...answer } = form;
  const { now: found, today } = await lessonReport(viewer, lessonId);
  if (!found) throw new Forbidden('Only somebody who sees all of its incidents can answer this.');
  const at = { figures: found.figures, now: new Date(), today };
  await checkLesson(await theRecord(), viewer, { lessonId, version }, answer, at);
  refresh();
  return null;
});
