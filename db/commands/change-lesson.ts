import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { KnownLesson, LessonEntry } from '@/lib/lessons/lesson-forms.ts';
import { refusePast, setParts, stepLesson } from './lessons/load-lesson.ts';
import { knownTrigger } from './training/chosen.ts';
import { demandTraining } from './training/load-session.ts';
import { passedOnWords } from './training/passed-on-words.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Says anew what a lesson tells and to whom it goes; what speaks for it stays.
 * @throws Forbidden without the right; NotFound; Invalid as when it is shared; Conflict when somebody changed it in
 * between
 */
export async function changeLesson(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  known: KnownLesson,
  entry: LessonEntry,
  at: { now: Date; today: LocalDate },
): Promise<void> {
  demandTraining(viewer);
  await records.transaction(async (tx) => {
    const safe = await passedOnWords(tx);
    const { trigger, askOn } = entry;
    await knownTrigger(tx, trigger);
    const before = await stepLesson(tx, viewer, known, {
      title: safe(entry.title),
      issue: safe(entry.issue),
      resolution: safe(entry.resolution),
      trigger,
      askOn,
    });
    if (askOn !== before.askOn) refusePast(askOn, at.today);
    const teams = await setParts(tx, viewer, known.lessonId, entry);
    await writeAudit(tx, {
      at: at.now,
      actor: viewer.actor,
      action: 'lesson_changed',
      subject: `lesson:${known.lessonId}`,
      detail: { teams, askOn },
    });
  });
}
