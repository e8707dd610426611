import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { lesson } from '@/db/schema/lessons.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { LessonFigures } from '@/lib/lessons/evidence.ts';
import type { LessonEntry } from '@/lib/lessons/lesson-forms.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { refusePast, setParts } from './lessons/load-lesson.ts';
import { knownTrigger } from './training/chosen.ts';
import { demandTraining } from './training/load-session.ts';
import { passedOnWords } from './training/passed-on-words.ts';
import { writeAudit } from './write-audit.ts';

/** What speaks for a lesson: which incidents, by which share, and what they said when it was shared. */
export interface SharedEvidence {
  address: string;
  measure: MeasureId;
  figures: LessonFigures;
}

/**
 * Shares what worked with teams. Answers with its number.
 * @throws Forbidden without the right; Invalid without incidents, for teams or techniques that are gone, and for a day
 * that is past
 */
export async function shareLesson(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  entry: LessonEntry,
  { address, measure, figures }: SharedEvidence,
  at: { now: Date; today: LocalDate },
): Promise<number> {
  demandTraining(viewer);
  if (figures.denominator === 0) throw new Invalid(NOTHING);
  refusePast(entry.askOn, at.today);
  return records.transaction(async (tx) => {
    const safe = await passedOnWords(tx);
    const { trigger, askOn } = entry;
    await knownTrigger(tx, trigger);
    const [row] = await tx
      .insert(lesson)
      .values({
        title: safe(entry.title),
        issue: safe(entry.issue),
        resolution: safe(entry.resolution),
        trigger,
        askOn,
        evidence: address,
        measure,
        ...figures,
        sharedBy: viewer.actor,
        sharedAt: at.now,
      })
      .returning({ lessonId: lesson.lessonId });
    if (!row) throw new Error('the record kept no lesson');
    const teams = await setParts(tx, viewer, row.lessonId, entry);
    await writeAudit(tx, {
      at: at.now,
      actor: viewer.actor,
      action: 'lesson_shared',
      subject: `lesson:${row.lessonId}`,
      detail: { evidence: address, measure, incidents: figures.denominator, teams },
    });
    return row.lessonId;
  });
}

const NOTHING = [
  {
    field: 'query',
    message:
      'None of these incidents counts in this measure, so nothing speaks for the lesson. Choose others.',
  },
];
