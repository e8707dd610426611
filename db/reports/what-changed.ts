import { type SumsInBrief, sumMeasuresByEach } from '@/db/queries/measures.ts';
import { askFindings } from '@/db/reports/measure-question.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { MeasureFindings } from '@/lib/analysis/measure-findings.ts';
import { canBeSplit, pairParts, type SplitChange, splitChange } from '@/lib/analysis/what-changed.ts';
import type { AskedChange } from '@/lib/charts/what-changed-panel.ts';
import { daysIn } from '@/lib/filters/local-dates.ts';
import { SPLITS, type Split } from '@/lib/filters/overview-state.ts';
import { comparisonLabel } from '@/lib/filters/period-words.ts';
import type { Measure } from '@/lib/measures/measure.ts';
import { inWholeUnits } from '@/lib/measures/money.ts';

/**
 * What the change of a measure since the comparison consists of, by the dimension asked for or the one that tells
 * most. Only a change that is one is split: the questions are not asked where a rule finds nothing.
 */
export async function askChange(
  reading: Reading,
  measure: Measure,
  chosen: Split | null,
): Promise<AskedChange> {
  const found = await askFindings(reading, measure.id);
  // What lies between events is not split: their number is.
  const findings = found.weekly ?? found;
  const isChanged = findings.difference?.verdict === 'changed' && canBeSplit(measure);
  const splits = isChanged ? await askSplits(reading, findings) : null;
  const split = splits?.find(({ dimension }) => dimension === chosen) ?? splits?.[0];
  if (!splits || !split) return { findings, told: null, splits: [] };
  const { windows, vocabularies } = reading;
  const told = {
    measure: findings.measure,
    split,
    terms: vocabularies[split.dimension],
    beforeLabel: comparisonLabel(windows),
    nowLabel: periodNoun(windows.asked),
  };
  return { findings, told, splits: splits.map(({ dimension }) => dimension) };
}

async function askSplits(reading: Reading, { measure }: MeasureFindings): Promise<SplitChange[] | null> {
  const { snapshot, viewer, asked, askedBefore, windows } = reading;
  if (!askedBefore || !windows.comparison) return null;
  const found = await sumMeasuresByEach(snapshot, viewer, [asked, askedBefore], [measure.id], SPLITS);
  const [now = [], before = []] = found.map((each) => each.get(measure.id));
  const dimensions = SPLITS.map((dimension) => {
    const told = (pieces: readonly SumsInBrief[]) =>
      pieces.filter(({ by }) => by === dimension).map((piece) => inWholeUnits(measure, piece));
    return { dimension, parts: pairParts(told(before), told(now)) };
  });
  return splitChange(measure, dimensions, daysIn(windows.current) / daysIn(windows.comparison));
}

/** "These 26 weeks" */
function periodNoun(window: { from: string; until: string }): string {
  const days = daysIn(window);
  const [count, noun] = days % 7 === 0 ? [days / 7, 'week'] : [days, 'day'];
  return count === 1 ? `This ${noun}` : `These ${count} ${noun}s`;
}
