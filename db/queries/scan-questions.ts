import type { FactQuestions } from '@/db/queries/fact-question.ts';
import { countCells } from '@/db/queries/pattern-cells.ts';
import { countByContacts } from '@/db/queries/pattern-contacts.ts';
import { countOverlaps } from '@/db/queries/pattern-overlaps.ts';
import { countWeeksByValue, countWeeksOfPattern } from '@/db/queries/pattern-weeks.ts';
import type { Asked } from '@/db/where.ts';
import { BLOCKS, type Combination } from '@/lib/analysis/pattern-scan/combinations.ts';
import { daysIn, shiftWindow } from '@/lib/filters/local-dates.ts';

/** Of one value, of two, and of three. */
const PATTERNS: readonly Combination[] = [
  [{ dimension: 'trigger', code: 1 }],
  [
    { dimension: 'channel', code: 1 },
    { dimension: 'weekday', code: 1 },
  ],
  [
    { dimension: 'stage', code: 5 },
    { dimension: 'state', code: 1 },
    { dimension: 'band', code: 3 },
  ],
];

/** With every dimension in one of them. */
const SOME_BLOCKS = BLOCKS.filter((_, index) => index % 6 === 0);

/** The questions about combinations of values. */
export const SCAN_QUESTIONS: FactQuestions = {
  countCells: [
    (snapshot, viewer, asked) => countCells(snapshot, viewer, asked, earlierThan(asked), SOME_BLOCKS, 3),
    (snapshot, viewer, asked) => countCells(snapshot, viewer, asked, null, BLOCKS.slice(-2), 3),
  ],
  countWeeksByValue: (['trigger', 'team', 'band'] as const).map(
    (dimension) => (snapshot, viewer, asked) => countWeeksByValue(snapshot, viewer, asked, dimension),
  ),
  countWeeksOfPattern: PATTERNS.map(
    (pattern) => (snapshot, viewer, asked) => countWeeksOfPattern(snapshot, viewer, asked, pattern),
  ),
  countOverlaps: [
    (snapshot, viewer, asked) => countOverlaps(snapshot, viewer, asked, PATTERNS),
    // More than fit into one number.
    (snapshot, viewer, asked) =>
      countOverlaps(snapshot, viewer, asked, [...Array(30).fill(PATTERNS[0]), ...PATTERNS]),
  ],
  countByContacts: [countByContacts],
};

/** The same as many days before. */
function earlierThan(asked: Asked): Asked | null {
  const { window } = asked;
  return window && { ...asked, window: shiftWindow(window, -daysIn(window)) };
}
