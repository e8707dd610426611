import type { LocalDate, Window } from '@/lib/filters/filters.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import type { LessonFigures } from '@/lib/lessons/evidence.ts';
import { type Calendar, calendarUntil } from './calendar.ts';
import { SAMPLE_LESSONS, type SampleLesson } from './lessons.ts';

/** A lesson with the year before it was shared, and what the incidents of that year said. */
export interface ToldLesson {
  told: SampleLesson;
  window: Window;
  askOn: LocalDate;
  figures: LessonFigures;
}

const YEAR_WEEKS = 52;
const UPSET = 3;

/**
 * Counts what speaks for the lessons while the sample is made: asking the record for it while it is being written takes
 * minutes, since it does not know yet how much there is in it.
 */
export function lessonEvidence(plan: { until: string; timeZone: string }) {
  const calendar = calendarUntil(plan.until);
  const lessons = SAMPLE_LESSONS.map((told) => toTold(told, calendar));
  const count = (draft: IncidentDraft): void => {
    const { intensityBefore, intensityAfter, techniques } = draft;
    if (intensityBefore === null || intensityAfter === null || intensityBefore < UPSET) return;
    const on = dayOf(draft, plan.timeZone);
    const eased = intensityAfter < intensityBefore ? 1 : 0;
    for (const { told, window, figures } of lessons) {
      if (on < window.from || on >= window.until) continue;
      if (told.isEvidence(techniques)) {
        figures.numerator += eased;
        figures.denominator += 1;
      } else {
        figures.otherNumerator += eased;
        figures.otherDenominator += 1;
      }
    }
  };
  return { count, lessons: lessons as readonly ToldLesson[] };
}

function toTold(told: SampleLesson, calendar: Calendar): ToldLesson {
  const { sharedWeeksAgo, asksAfterWeeks } = told;
  const day = (weeksAgo: number) => calendar.dateOf(calendar.weeksAgo(weeksAgo));
  return {
    told,
    window: { from: day(sharedWeeksAgo + YEAR_WEEKS), until: day(sharedWeeksAgo) },
    askOn: day(sharedWeeksAgo - asksAfterWeeks),
    figures: { numerator: 0, denominator: 0, otherNumerator: 0, otherDenominator: 0 },
  };
}

function dayOf({ occurred }: IncidentDraft, timeZone: string): LocalDate {
  return localDateAt(occurred.at, occurred.precision === 'minute' ? timeZone : 'UTC');
}
