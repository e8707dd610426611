import { describe, expect, test } from 'vitest';
import { expectTold } from '@/db/testing/expect-told.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { openRecordOf, SIZES } from '@/db/testing/records-of-all-sizes.ts';
import { LEDGERS } from '@/lib/analysis/recurrence/follow-up-ledger.ts';
import { REPEAT_HORIZONS } from '@/lib/analysis/recurrence/promise-states.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { DEFAULT_PATTERNS, type PatternsState, RANKED_BY, WEIGHTS } from '@/lib/filters/patterns-state.ts';
import { patternsPanel } from './patterns.ts';
import { PATTERNS_PANELS, type PatternsPanelId } from './patterns-types.ts';

const NOW = Date.UTC(2024, 5, 20, 12);

/** Every panel in every state that the page can be in for it. */
const STATES: readonly (readonly [PatternsPanelId, Partial<PatternsState>])[] = PATTERNS_PANELS.flatMap(
  (id) => statesOf(id).map((state) => [id, state] as const),
);

function statesOf(id: PatternsPanelId): Partial<PatternsState>[] {
  if (id === 'scan') return [{}, { allPatterns: true }];
  if (id === 'pareto' || id === 'teams')
    return RANKED_BY.flatMap((by) => WEIGHTS.map((weigh) => ({ by, weigh })));
  if (id === 'themes') return [{}, { words: 'billing_error' }, { words: 'personality_clash' }];
  if (id === 'repeats') return REPEAT_HORIZONS.map((within) => ({ within }));
  if (id === 'followups') return LEDGERS.map((ledger) => ({ ledger }));
  return [{}];
}

describe.each(SIZES)('with $name', async ({ made, hasPicture }) => {
  const { records } = await openRecordOf(made);

  test.each(STATES)(
    '%s %o says what is seen, how it is counted, and draws it or says why not',
    async (id, state) => {
      for (const query of ['period=2024-03-25..2024-06-16', 'period=all&channel=phone&compare=none']) {
        const { panel, frame } = await patternsPanel(
          EVERYBODY,
          parseFilters(new URLSearchParams(query)),
          id,
          {
            record: records,
            now: NOW,
            state: { ...DEFAULT_PATTERNS, ...state },
          },
        );
        expect(frame.ignored).toEqual([]);
        expectTold(panel);
        if (hasPicture === false) expect(panel.picture).toBeNull();
      }
    },
  );
});
