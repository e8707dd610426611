import { askPareto, askTeamShares } from '@/db/reports/pareto.ts';
import { askPatternList } from '@/db/reports/pattern-list.ts';
import type { PatternsPanelId } from '@/db/reports/patterns-types.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { askFollowUps, askRepeats, askReturns } from '@/db/reports/recurrence.ts';
import { askThemes } from '@/db/reports/themes.ts';
import type { PatternsState } from '@/lib/filters/patterns-state.ts';

/** How each panel of the page of patterns is asked. */
export const ASK_PATTERNS = {
  scan: (reading, { allPatterns }) => askPatternList(reading, { all: allPatterns }),
  pareto: askPareto,
  teams: askTeamShares,
  themes: (reading, { words }) => askThemes(reading, words),
  returns: askReturns,
  repeats: (reading, { within }) => askRepeats(reading, within),
  followups: (reading, { ledger }) => askFollowUps(reading, ledger),
} as const satisfies Record<PatternsPanelId, (reading: Reading, state: PatternsState) => Promise<unknown>>;
