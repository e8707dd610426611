import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { lessonCheck } from '@/db/schema/lessons.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { LessonFigures } from '@/lib/lessons/evidence.ts';
import type { KnownLesson, LessonAnswer } from '@/lib/lessons/lesson-forms.ts';
import { refusePast, stepLesson } from './lessons/load-lesson.ts';
import { demandTraining } from './training/load-session.ts';
import { passedOnWords } from './training/passed-on-words.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says whether a lesson is still true, with what its incidents say now: then it asks again on another day; otherwise it
 * is told no more, and stays to be read under what was true once.
 * @throws Forbidden without the right; NotFound; Invalid for a day that is past; Conflict when somebody changed it in
 * between
 */
export async function checkLesson(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownLesson,
  { answer, note, askOn }: LessonAnswer,
  { figures, now, today }: { figures: LessonFigures; now: Date; today: LocalDate },
): Promise<void> {
  demandTraining(viewer);
  const isTrue = answer === 'yes';
  if (isTrue) refusePast(askOn, today);
  await records.transaction(async (tx) => {
    const { lessonId } = known;
    const safe = await passedOnWords(tx);
    await stepLesson(tx, viewer, known, isTrue ? { askOn, retiredOn: null } : { retiredOn: today });
    await tx.insert(lessonCheck).values({
      lessonId,
      answer,
      note: safe(note) || null,
      numerator: figures.numerator,
      denominator: figures.denominator,
      madeBy: viewer.actor,
      madeAt: now,
    });
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'lesson_checked',
      subject: `lesson:${lessonId}`,
      detail: { answer, ...(isTrue ? { askOn } : {}) },
    });
  });
}
