import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { PatternStatus } from '../patterns/pattern-status.ts';
import { cardVerdict } from './card-words.ts';
import type { MeasureCard } from './chart-model.ts';
import { bucketWords, ruleWords, signalState } from './signal-words.ts';

/** How a kept pattern stands now. */
export interface PatternState {
  /** What its newest whole week or month says. */
  verdict: MeasureCard['verdict'];
  /** How one that was resolved has come back: "Returned in the week of 2 Nov 2026: above the upper limit"; else null. */
  returned: string | null;
}

/**
 * The state of a pattern by its own control chart. One that is resolved has returned once a signal against the wanted
 * direction ends in a week or month that begins on the day of its resolution or later; of several the latest is named.
 */
export function patternState(
  findings: MeasureFindings,
  { status, resolvedOn }: { status: PatternStatus; resolvedOn: LocalDate | null },
): PatternState {
  const verdict = cardVerdict(findings);
  const isFollowed = status === 'resolved' && resolvedOn !== null && findings.judgement.isJudged;
  return { verdict, returned: isFollowed ? returnWords(findings, resolvedOn) : null };
}

function returnWords(
  { judgement, measure, points, bucket }: MeasureFindings,
  since: LocalDate,
): string | null {
  const latest = judgement.patterns.findLast(
    (pattern) =>
      signalState(pattern, measure.better) === 'concern' && (points[pattern.last]?.start ?? '') >= since,
  );
  const start = latest && points[latest.last]?.start;
  return start ? `Returned in ${bucketWords(start, bucket)}: ${ruleWords(latest, bucket)}` : null;
}
