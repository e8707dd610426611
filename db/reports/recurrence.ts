import { countFollowUpsByReason, countFollowUpsByTeam } from '@/db/queries/follow-ups.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { countRepeatsByTrigger, countReturns } from '@/db/queries/recurrence.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { findRepeats } from '@/lib/analysis/recurrence/find-repeats.ts';
import { findReturns } from '@/lib/analysis/recurrence/find-returns.ts';
import { type Ledger, toLedger } from '@/lib/analysis/recurrence/follow-up-ledger.ts';
import { toReasons } from '@/lib/analysis/recurrence/follow-up-reasons.ts';
import type { RepeatHorizon } from '@/lib/analysis/recurrence/promise-states.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import { followUpReasonsPanel } from '@/lib/charts/follow-up-reasons-panel.ts';
import { followUpsPanel } from '@/lib/charts/follow-ups-panel.ts';
import { repeatsPanel } from '@/lib/charts/repeats-panel.ts';
import { returnsPanel } from '@/lib/charts/returns-panel.ts';
import type { SurvivalChart } from '@/lib/charts/survival-model.ts';
import type { WhiskerChart } from '@/lib/charts/whisker-model.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';

/** When customers come back with the same trigger, by what became of the promise. */
export async function askReturns(reading: Reading): Promise<Panel<SurvivalChart>> {
  const { snapshot, viewer, asked, coverage, windows } = reading;
  // Nothing is known of days on which nobody recorded anything any more.
  const recorded = coverage ? shiftDays(coverage.until, -1) : windows.today;
  const until = recorded < windows.today ? recorded : windows.today;
  const [rows, total] = await Promise.all([
    countReturns(snapshot, viewer, asked, until),
    countIncidents(snapshot, viewer, { ...asked, measure: null }),
  ]);
  return returnsPanel(findReturns(rows), total, wordsOf(reading));
}

/** Which triggers customers come back with, within so many days. */
export async function askRepeats(reading: Reading, days: RepeatHorizon): Promise<Panel<WhiskerChart>> {
  const { snapshot, viewer, asked, vocabularies } = reading;
  const rows = await countRepeatsByTrigger(snapshot, viewer, asked, days);
  return repeatsPanel(
    findRepeats(rows, vocabularies.trigger),
    days,
    wordsOf(reading),
    toldFrom(reading, days),
  );
}

/** What became of what was promised, by team; or why what was missed came late or not at all. */
export async function askFollowUps(reading: Reading, by: Ledger = 'team'): Promise<Panel<WhiskerChart>> {
  const { snapshot, viewer, asked, vocabularies } = reading;
  const [rows, reasons] = await Promise.all([
    countFollowUpsByTeam(snapshot, viewer, asked),
    by === 'reason' ? countFollowUpsByReason(snapshot, viewer, asked) : null,
  ]);
  const ledger = toLedger(rows, vocabularies.team);
  return reasons
    ? followUpReasonsPanel(toReasons(reasons), ledger, wordsOf(reading))
    : followUpsPanel(ledger, wordsOf(reading));
}

function wordsOf({ windows }: Reading) {
  return { periodWords: windowWords(windows.current) };
}

/** The part of the period in which it can be told; null where that is all of what the measure itself counts. */
function toldFrom({ asked, coverage }: Reading, days: RepeatHorizon): Window | null {
  if (!coverage || !asked.window) return null;
  const from = shiftDays(coverage.from, days);
  if (days === 30 || from <= asked.window.from) return null;
  return { from: from < asked.window.until ? from : asked.window.until, until: asked.window.until };
}
