import { nameActors } from '@/db/queries/actor-names.ts';
import { findLesson, type LessonRow, listLessonChecks } from '@/db/queries/lessons.ts';
import { listTeams, type TeamRow } from '@/db/queries/teams.ts';
import { listTechniqueNames, type TechniqueName } from '@/db/queries/training-modules.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { askEvidence } from '@/db/reports/lesson-evidence.ts';
import { type LessonEntryShown, toShown } from '@/db/reports/lessons.ts';
import {
  openReading,
  type Reading,
  type RecordDatabase,
  theRecord,
  toReading,
} from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { NotFound } from '@/lib/errors.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { localDateAt, shiftDays } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { findEvidence, type LessonEvidence, type LessonFigures } from '@/lib/lessons/evidence.ts';
import { seesEvidence, toEvidenceAddress } from '@/lib/lessons/evidence-address.ts';
import { toLessonMeasure } from '@/lib/lessons/lesson-measures.ts';
import type { Measure } from '@/lib/measures/measure.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** What can be chosen in the form of a lesson. */
export interface LessonChoices {
  triggers: readonly { code: number; label: string }[];
  techniques: readonly TechniqueName[];
  teams: readonly TeamRow[];
  /** Whether it may go to all teams at once. */
  mayShareWithAll: boolean;
  /** The day that is offered to ask again: half a year ahead. */
  askOn: string;
}

export interface NewLessonReport {
  frame: FrameModel;
  measure: Measure;
  figures: LessonFigures;
  evidence: LessonEvidence;
  /** The incidents that will speak for it, with the days of today; null where the viewer may not share them. */
  address: string | null;
  /** The code of the trigger that the filters name; 0 for none or several. */
  trigger: number;
  choices: LessonChoices;
  today: string;
}

export interface LessonReport extends LessonEntryShown {
  measure: Measure;
  /** "Trigger is billing error; 1 Jan to 30 Jun 2026" */
  about: string;
  /** The same by the last 26 weeks; null where the viewer does not see all of its incidents. */
  now: { evidence: LessonEvidence; figures: LessonFigures; query: string; words: string } | null;
  checks: readonly {
    checkId: number;
    answer: 'yes' | 'no';
    note: string | null;
    of: { numerator: number; denominator: number };
    by: string;
    on: string;
  }[];
  choices: LessonChoices;
  mayChange: boolean;
  today: string;
}

interface Options {
  record?: RecordDatabase;
  now?: number;
}

const HALF_A_YEAR = 182;

/** What speaks for a lesson that is about to be shared: the incidents of these filters by a share. */
export async function newLessonReport(
  viewer: Viewer,
  filters: Filters,
  measureId: MeasureId,
  options: Options = {},
): Promise<NewLessonReport> {
  demand(viewer, 'train');
  return inReading(viewer, { ...filters, measure: null }, options, async (reading) => {
    const figures = await askEvidence(reading, measureId);
    const triggers = reading.filters.selections.find(
      ({ dimension, exclude }) => dimension === 'trigger' && !exclude,
    );
    const [only, ...more] = triggers?.values ?? [];
    const named = reading.vocabularies.trigger.find(({ id }) => id === only)?.code ?? 0;
    return {
      frame: toFrame(reading),
      measure: MEASURES[measureId],
      figures,
      evidence: findEvidence(MEASURES[measureId], figures),
      address: toEvidenceAddress(reading.filters, viewer, reading.windows.current),
      trigger: more.length > 0 ? 0 : named,
      choices: await toChoices(reading),
      today: reading.today,
    };
  });
}

/** One lesson, what spoke for it and what its incidents say now. Throws NotFound where it did not go to the viewer. */
export async function lessonReport(
  viewer: Viewer,
  lessonId: number,
  options: Options = {},
): Promise<LessonReport> {
  demand(viewer, 'see_skills');
  const record = options.record ?? (await theRecord());
  const lesson = await findLesson(record, viewer, lessonId);
  if (!lesson) throw new NotFound(`There is no lesson ${lessonId} here.`);
  const evidence = parseFilters(new URLSearchParams(lesson.evidence));
  return inReading(viewer, evidence, { ...options, record }, async (reading) => {
    const checks = await listLessonChecks(record, lessonId);
    const names = await nameActors(record, [lesson.sharedBy, ...checks.map(({ madeBy }) => madeBy)]);
    return {
      ...toShown(reading, lesson, names),
      measure: MEASURES[toLessonMeasure(lesson.measure)],
      about: toFrame(reading).sentence,
      now: seesEvidence(viewer, lesson.evidence) ? await askNow(reading, lesson) : null,
      checks: checks.map(({ lessonCheckId, answer, note, numerator, denominator, madeBy, madeAt }) => ({
        checkId: lessonCheckId,
        answer,
        note,
        of: { numerator, denominator },
        by: names.get(madeBy) ?? madeBy,
        on: formatDate(localDateAt(madeAt.getTime(), reading.workspace.timeZone)),
      })),
      choices: await toChoices(reading),
      mayChange: may(viewer, 'train'),
      today: reading.today,
    };
  });
}

/** The same incidents in the last 26 whole weeks. */
async function askNow(base: Reading, { measure, evidence }: LessonRow): Promise<LessonReport['now']> {
  const filters = parseFilters(new URLSearchParams(evidence));
  const reading = toReading(base, { ...filters, period: { kind: 'preset', preset: 'last-26-weeks' } });
  const id = toLessonMeasure(measure);
  const figures = await askEvidence(reading, id);
  const frame = toFrame(reading);
  return {
    figures,
    evidence: findEvidence(MEASURES[id], figures),
    query: frame.query,
    words: frame.periodWords,
  };
}

async function toChoices({ record, viewer, vocabularies, today }: Reading): Promise<LessonChoices> {
  const [techniques, teams] = await Promise.all([
    listTechniqueNames(record),
    listTeams(record, { ...viewer, agents: [] }),
  ]);
  return {
    triggers: vocabularies.trigger.map(({ code, label }) => ({ code, label })),
    techniques,
    teams,
    mayShareWithAll: viewer.teams === 'all',
    askOn: shiftDays(today, HALF_A_YEAR),
  };
}

async function inReading<Answer>(
  viewer: Viewer,
  filters: Filters,
  options: Options,
  work: (reading: Reading) => Promise<Answer>,
): Promise<Answer> {
  const record = options.record ?? (await theRecord());
  const reading = await openReading(record, viewer, filters, options.now);
  try {
    return await work(reading);
  } finally {
    await reading.snapshot.close();
  }
}
