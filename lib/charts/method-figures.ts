import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { ChartKind, ChartMethod, ChartSegment, Remark } from '../statistics/control-chart.ts';

interface Dated {
  start: LocalDate;
  reason: string;
}

/** How a chart was computed, in figures: with the rows of its table, enough to come to the same limits. */
export interface MethodFigures extends Omit<ChartMethod, 'exclusions' | 'rebases'> {
  /** The kind that fits the measure and its counts, and why; `chart` is what was drawn. */
  fits: ChartKind;
  reason: string;
  exclusions: readonly Dated[];
  rebases: readonly Dated[];
  stretches: readonly (Pick<
    ChartSegment,
    'n' | 'centre' | 'trial' | 'averageMovingRange' | 'screened' | 'sigmaZ' | 'prime'
  > & { first: LocalDate; last: LocalDate })[];
}

/** The same facts as the definition says in words, unrounded, with points named by the first day of their bucket. */
export function methodFigures({ judgement, points }: MeasureFindings): MethodFigures {
  const { chart, choice } = judgement;
  const startOf = (index: number) => points[index]?.start ?? '';
  const dated = ({ index, reason }: Remark) => ({ start: startOf(index), reason });
  const { exclusions, rebases, ...method } = chart.method;
  return {
    ...method,
    fits: choice.chart,
    reason: choice.reason,
    exclusions: exclusions.map(dated),
    rebases: rebases.map(dated),
    stretches: chart.segments
      .filter(({ from, until }) => from < until)
      .map(({ from, until, n, centre, trial, averageMovingRange, screened, sigmaZ, prime }) => ({
        first: startOf(from),
        last: startOf(until - 1),
        n,
        centre,
        trial,
        averageMovingRange,
        screened,
        sigmaZ,
        prime,
      })),
  };
}
