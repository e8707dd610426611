import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { ControlChart, Spark } from './chart-model.ts';
import { toSegments } from './control-segments.ts';
import { valueWords } from './measure-words.ts';
import { signalState } from './signal-words.ts';

/** A measure over time without words: what its chart would show, and a fraction of the work of telling it. */
export function toSpark({ measure, bucket, points, judgement, target }: MeasureFindings): Spark {
  return {
    bucket,
    points: points.map(({ value, partial }, index) => ({
      value,
      state: signalState(judgement.byPoint[index]?.[0], measure.better),
      partial,
    })),
    segments: toSegments(judgement.chart),
    target: toTarget(measure, target),
  };
}

/** What a measure should reach, as a level line. */
export function toTarget(
  measure: MeasureFindings['measure'],
  target: MeasureFindings['target'],
): ControlChart['target'] {
  return target === null ? null : { value: target, label: `target\u00a0${valueWords(measure, target)}` };
}
