import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { cardComparison, cardDetail, cardTarget, cardValue, cardVerdict } from './card-words.ts';
import type { MeasureCard } from './chart-model.ts';
import { defineMeasure } from './control-method.ts';
import { openMeasure } from './open-link.ts';
import { toSpark } from './spark.ts';

/** A measure at a glance: its figure, how sure it is, its course, and whether anything has really changed. */
export function measureCard(findings: MeasureFindings, comparisonWords: string | null): MeasureCard {
  // Where points are events, figures are still those of the whole; only course and verdict are told by events.
  const whole = findings.weekly ?? findings;
  const { measure, now, points } = whole;
  const told = now.total > 0 && now.denominator > 0 && points.length > 0;
  return {
    measure: measure.id,
    label: measure.label,
    ...cardValue(whole),
    detail: cardDetail(whole),
    spark: told ? toSpark(findings) : null,
    verdict: cardVerdict(findings),
    target: cardTarget(whole),
    comparison: cardComparison(whole, comparisonWords),
    definition: defineMeasure(findings),
    open: openMeasure(findings),
    numerator: now.numerator,
    denominator: now.denominator,
    incidents: now.incidents,
    leftOut: now.leftOut,
  };
}
