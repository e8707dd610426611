import { eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { lesson, lessonTechnique } from '@/db/schema/lessons.ts';
import { technique, trigger } from '@/db/schema/taxonomies.ts';
import type { ToldLesson } from '@/db/seed/lesson-evidence.ts';
import { SAMPLE_OWNER } from '@/db/seed/sample-owner.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { daysOf } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { DEFAULT_LESSON_MEASURE } from '@/lib/lessons/lesson-measures.ts';

/** Writes invented lessons with what the incidents of the sample said for them as they were made. */
export async function writeLessons(tx: Records, lessons: readonly ToldLesson[]): Promise<void> {
  for (const { told, window, askOn, figures } of lessons) {
    const { title, issue, resolution } = told;
    const [of] = await tx.select({ code: trigger.code }).from(trigger).where(eq(trigger.id, told.trigger));
    const [made] = await tx
      .insert(lesson)
      .values({
        title,
        issue,
        resolution,
        trigger: of?.code ?? 0,
        evidence: toAddress(told.evidence, window),
        measure: DEFAULT_LESSON_MEASURE,
        ...figures,
        sharedBy: SAMPLE_OWNER,
        sharedAt: new Date(`${window.until}T10:00:00Z`),
        askOn,
      })
      .returning({ lessonId: lesson.lessonId });
    if (!made) throw new Error('the record kept no lesson');
    const codes = await tx
      .select({ technique: technique.code })
      .from(technique)
      .where(inArray(technique.id, [...told.techniques]));
    await tx.insert(lessonTechnique).values(codes.map((one) => ({ ...one, ...made })));
  }
}

function toAddress(evidence: string, window: Window): string {
  const filters = parseFilters(new URLSearchParams(evidence));
  return toSearchParams({
    ...filters,
    period: { kind: 'custom', ...daysOf(window) },
    comparison: { kind: 'none' },
  });
}
