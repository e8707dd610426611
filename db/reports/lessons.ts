import { nameActors } from '@/db/queries/actor-names.ts';
import { countByTrigger } from '@/db/queries/incident-patterns.ts';
import { type LessonRow, listLessons } from '@/db/queries/lessons.ts';
import { listTechniqueNames, type TechniqueName } from '@/db/queries/training-modules.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { findEvidence, type LessonEvidence } from '@/lib/lessons/evidence.ts';
import { toLessonMeasure } from '@/lib/lessons/lesson-measures.ts';
import type { LessonSearch } from '@/lib/lessons/lesson-search.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** A lesson at a glance. */
export interface LessonEntryShown {
  lesson: LessonRow;
  sharedBy: string;
  sharedOn: string;
  evidence: LessonEvidence;
  /** Its day has come, and it asks whether it is still true. */
  asks: boolean;
}

/** An issue of a common kind with what is known to resolve it. */
export interface IssueGroup {
  trigger: { code: number; id: string; label: string };
  /** Incidents that it set off in the usual period; null where the viewer is not told. */
  incidents: number | null;
  lessons: readonly LessonEntryShown[];
}

export interface LessonsReport {
  /** The commonest issue first; of a search the best match. */
  groups: readonly IssueGroup[];
  found: number;
  /** Common issues without any lesson. */
  unanswered: readonly { id: string; label: string; incidents: number }[];
  retired: readonly LessonEntryShown[];
  techniques: readonly TechniqueName[];
  periodWords: string;
  mayShare: boolean;
}

interface Options {
  record?: RecordDatabase;
  now?: number;
}

const SHOWN_UNANSWERED = 5;

/** The lessons that went to the viewer as issues and what resolves them, by how common each is. */
export async function lessonsReport(
  viewer: Viewer,
  search: LessonSearch,
  options: Options = {},
): Promise<LessonsReport> {
  demand(viewer, 'see_skills');
  const record = options.record ?? (await theRecord());
  const usual = parseFilters(new URLSearchParams('compare=none'));
  const reading = await openReading(record, viewer, usual, options.now);
  try {
    const techniques = await listTechniqueNames(record);
    const technique = techniques.find(({ id }) => id === search.technique)?.code ?? null;
    const asked = { words: search.words, technique };
    const [current, old, counts] = await Promise.all([
      listLessons(record, viewer, { ...asked, retired: false }),
      listLessons(record, viewer, { ...asked, retired: true }),
      may(viewer, 'see_training') ? countByTrigger(reading.snapshot, viewer, reading.asked) : null,
    ]);
    const names = await nameActors(
      record,
      [...current, ...old].map(({ sharedBy }) => sharedBy),
    );
    const show = (row: LessonRow) => toShown(reading, row, names);
    const countOf = (code: number) => counts && (counts.find(({ trigger }) => trigger === code)?.count ?? 0);
    return {
      groups: toGroups(current.map(show), countOf, search.words !== ''),
      found: current.length,
      unanswered: search.words === '' && technique === null ? findUnanswered(reading, current, counts) : [],
      retired: old.map(show),
      techniques,
      periodWords: toFrame(reading).periodWords,
      mayShare: may(viewer, 'train'),
    };
  } finally {
    await reading.snapshot.close();
  }
}

/** A lesson with who shared it and what speaks for it. */
export function toShown(
  { today, workspace }: Pick<Reading, 'today' | 'workspace'>,
  lesson: LessonRow,
  names: ReadonlyMap<string, string>,
): LessonEntryShown {
  return {
    lesson,
    sharedBy: names.get(lesson.sharedBy) ?? lesson.sharedBy,
    sharedOn: formatDate(localDateAt(lesson.sharedAt.getTime(), workspace.timeZone)),
    evidence: findEvidence(MEASURES[toLessonMeasure(lesson.measure)], lesson),
    asks: lesson.retiredOn === null && lesson.askOn <= today,
  };
}

function toGroups(
  lessons: readonly LessonEntryShown[],
  countOf: (code: number) => number | null,
  isSearch: boolean,
): IssueGroup[] {
  const triggers = new Map(lessons.map(({ lesson }) => [lesson.trigger.code, lesson.trigger]));
  const groups = [...triggers].map(([code, trigger]) => ({
    trigger,
    incidents: countOf(code),
    lessons: lessons.filter(({ lesson }) => lesson.trigger.code === code),
  }));
  if (isSearch) return groups;
  return groups.sort(
    (one, other) =>
      (other.incidents ?? 0) - (one.incidents ?? 0) ||
      one.trigger.label.localeCompare(other.trigger.label, 'en'),
  );
}

function findUnanswered(
  { vocabularies }: Reading,
  lessons: readonly LessonRow[],
  counts: Awaited<ReturnType<typeof countByTrigger>> | null,
): LessonsReport['unanswered'] {
  return (counts ?? [])
    .filter(({ trigger }) => trigger > 0 && !lessons.some((one) => one.trigger.code === trigger))
    .sort((one, other) => other.count - one.count || one.trigger - other.trigger)
    .slice(0, SHOWN_UNANSWERED)
    .flatMap(({ trigger, count }) => {
      const term = vocabularies.trigger.find(({ code }) => code === trigger);
      return term ? [{ id: term.id, label: term.label, incidents: count }] : [];
    });
}
