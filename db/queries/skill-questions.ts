import { dated, type FactQuestions } from '@/db/queries/fact-question.ts';
import { countHandledByDay, countHandlers } from '@/db/queries/handled.ts';
import {
  countEased,
  countEasedByLeap,
  countHandled,
  countHandledByTeam,
  countHandledTogether,
  countObserved,
} from '@/db/queries/skills.ts';
import { spreadBy } from '@/db/queries/spreads.ts';
import { countByTechnique } from '@/db/queries/technique-counts.ts';
import { countPeople } from '@/db/queries/unit-people.ts';
import type { People } from '@/db/selection-conditions.ts';
import { LEAP_CODES } from '@/lib/taxonomy/leap.ts';

/** Some people and all others, and whole teams and all others. */
const SIDES: readonly People[] = [
  { agents: [1, 2], teams: [], others: false },
  { agents: [1, 2], teams: [], others: true },
  { agents: [], teams: [1], others: false },
  { agents: [], teams: [1], others: true },
];

/** Means and medians of incidents, and of stays. */
const SPREADS = [
  ['csat', 'team'],
  ['documentation_completeness', 'site'],
  ['time_to_close', 'team'],
  ['time_at_level', 'site'],
] as const;

/** The questions about techniques and those who use them. */
export const SKILL_QUESTIONS: FactQuestions = {
  countByTechnique: [countByTechnique],
  countHandled: [countHandled],
  countHandledByTeam: [countHandledByTeam],
  countHandledTogether: [
    (snapshot, viewer, asked) => countHandledTogether(snapshot, viewer, asked, LEAP_CODES),
  ],
  countObserved: [countObserved],
  countPeople: (['team', 'site'] as const).map(
    (by) => (snapshot, viewer, asked) => countPeople(snapshot, viewer, asked, by),
  ),
  spreadBy: SPREADS.map(
    ([id, by]) =>
      (snapshot, viewer, asked) =>
        spreadBy(snapshot, viewer, dated(asked), id, by, 3),
  ),
  countEased: [countEased],
  countEasedByLeap: [countEasedByLeap],
  countHandledByDay: SIDES.map(
    (people) => (snapshot, viewer, asked) =>
      countHandledByDay(snapshot, viewer, { ...asked, people }, [4, 5, 6]),
  ),
  countHandlers: SIDES.map(
    (people) => (snapshot, viewer, asked) => countHandlers(snapshot, viewer, { ...asked, people }, [4, 5, 6]),
  ),
};
