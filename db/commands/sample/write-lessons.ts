import { eq, inArray } from 'drizzle-orm';
import type { Records, Snapshot } from '@/db/facts/snapshot.ts';
import { sumMeasures } from '@/db/queries/measures.ts';
import { listVocabularies } from '@/db/queries/vocabularies.ts';
import { lesson, lessonTechnique } from '@/db/schema/lessons.ts';
import { technique, trigger } from '@/db/schema/taxonomies.ts';
import type { Calendar } from '@/db/seed/calendar.ts';
import { SAMPLE_LESSONS, type SampleLesson } from '@/db/seed/lessons.ts';
import { SAMPLE_OWNER } from '@/db/seed/sample-owner.ts';
import { toAsked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { daysOf } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import type { LessonFigures } from '@/lib/lessons/evidence.ts';
import { DEFAULT_LESSON_MEASURE } from '@/lib/lessons/lesson-measures.ts';

const YEAR_WEEKS = 52;

/** Writes invented lessons with what the incidents of the sample, which are written already, say for them. */
export async function writeLessons(tx: Records, calendar: Calendar): Promise<void> {
  for (const told of SAMPLE_LESSONS) {
    const { title, issue, resolution, sharedWeeksAgo, asksAfterWeeks } = told;
    const window = {
      from: calendar.dateOf(calendar.weeksAgo(sharedWeeksAgo + YEAR_WEEKS)),
      until: calendar.dateOf(calendar.weeksAgo(sharedWeeksAgo)),
    };
    const [of] = await tx.select({ code: trigger.code }).from(trigger).where(eq(trigger.id, told.trigger));
    const [made] = await tx
      .insert(lesson)
      .values({
        title,
        issue,
        resolution,
        trigger: of?.code ?? 0,
        evidence: toAddress(told, window),
        measure: DEFAULT_LESSON_MEASURE,
        ...(await countEvidence(tx, told, window)),
        sharedBy: SAMPLE_OWNER,
        sharedAt: new Date(`${window.until}T10:00:00Z`),
        askOn: calendar.dateOf(calendar.weeksAgo(sharedWeeksAgo - asksAfterWeeks)),
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

function toAddress({ evidence }: SampleLesson, window: Window): string {
  const filters = parseFilters(new URLSearchParams(evidence));
  return toSearchParams({
    ...filters,
    period: { kind: 'custom', ...daysOf(window) },
    comparison: { kind: 'none' },
  });
}

/** What these incidents say, and all others of the same days. */
async function countEvidence(
  tx: Records,
  { evidence }: SampleLesson,
  window: Window,
): Promise<LessonFigures> {
  const snapshot: Snapshot = { ...WRITTEN, facts: tx };
  const vocabularies = await listVocabularies(tx, EVERYBODY);
  const sumsOf = async (query: string) => {
    const filters = parseFilters(new URLSearchParams(query));
    const asked = toAsked(filters, vocabularies, window, { coverageFrom: null, today: null });
    const sums = await sumMeasures(snapshot, EVERYBODY, asked, [DEFAULT_LESSON_MEASURE]);
    return sums.get(DEFAULT_LESSON_MEASURE) ?? { numerator: 0, denominator: 0 };
  };
  const [own, whole] = [await sumsOf(evidence), await sumsOf('')];
  return {
    numerator: own.numerator,
    denominator: own.denominator,
    otherNumerator: whole.numerator - own.numerator,
    otherDenominator: whole.denominator - own.denominator,
  };
}

const EVERYBODY: Viewer = { actor: SAMPLE_OWNER, roles: [], teams: 'all' };

/** What is being written is read from where it is written. */
const WRITTEN = {
  asOf: 0,
  source: { kind: 'record', awaitsCopy: false },
  contains: null,
  close: async () => {},
} as const satisfies Omit<Snapshot, 'facts'>;
