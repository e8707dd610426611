import type { Term } from '../../filters/vocabulary.ts';
import type { Measure } from '../../measures/measure.ts';
import { perOf } from '../../measures/sums.ts';
import { type Funnel, funnel } from '../../statistics/funnel/funnel.ts';
import { type FunnelLimits, limitsAt } from '../../statistics/funnel/funnel-limits.ts';
import { type MeanFunnel, meanFunnel } from '../../statistics/funnel/mean-funnel.ts';

/** What a measure is made of in one team or site. */
export interface ComparedUnit {
  term: Term;
  /** Of a share or rate; of a mean the sum, of a middle those above the middle of all. */
  numerator: number;
  /** What a unit's size is: cases, contacts, agent-weeks, values. */
  denominator: number;
  /** Of a mean: of the values squared. */
  squares: number;
  /** The distinct incidents behind it. */
  incidents: number;
}

export interface ComparedPoint {
  unit: ComparedUnit;
  value: number;
  limits: FunnelLimits;
  outside: 'above' | 'below' | null;
}

/** Teams or sites by a measure, held against what chance makes of units of their size. */
export interface UnitFunnel {
  points: readonly ComparedPoint[];
  target: number;
  phi: number;
  /** Limits are wider, for units differ by more than chance. */
  isWidened: boolean;
  few: boolean;
  /** Units without anything that counts. */
  leftOut: readonly Term[];
  limitsAt(size: number): FunnelLimits;
}

/**
 * Which teams or sites lie outside what chance explains, beyond the outer limits alone; null where fewer than two can
 * be told.
 */
export function unitFunnel(measure: Measure, units: readonly ComparedUnit[]): UnitFunnel | null {
  const scale = measure.aggregate === 'rate' ? perOf(measure) : 1 / (measure.outOf ?? 1);
  const found = measure.aggregate === 'mean' ? ofMeans(units) : ofFractions(measure, units);
  if (!found) return null;
  const scaled = ({ inner, outer }: FunnelLimits): FunnelLimits => ({
    inner: [inner[0] * scale, inner[1] * scale],
    outer: [outer[0] * scale, outer[1] * scale],
  });
  const unitOf = (id: string) => units.find(({ term }) => term.id === id);
  return {
    points: found.points.flatMap(({ id, value, limits, outside }) => {
      const unit = unitOf(id);
      const side = outside?.level === 'outer' ? outside.side : null;
      return unit ? [{ unit, value: value * scale, limits: scaled(limits), outside: side }] : [];
    }),
    target: found.target * scale,
    phi: found.phi,
    isWidened: found.tau2 > 0,
    few: found.few,
    leftOut: found.leftOut.flatMap((id) => unitOf(id)?.term ?? []),
    limitsAt: (size) => scaled(found.limitsAt(size)),
  };
}

type Found = Pick<MeanFunnel, 'target' | 'phi' | 'tau2' | 'few' | 'leftOut' | 'limitsAt'> & {
  points: readonly {
    id: string;
    value: number;
    limits: FunnelLimits;
    outside: Funnel['points'][number]['outside'];
  }[];
};

function ofMeans(units: readonly ComparedUnit[]): Found | null {
  return meanFunnel(
    units.map(({ term, numerator, denominator, squares }) => ({
      id: term.id,
      n: denominator,
      sum: numerator,
      squares,
    })),
  );
}

/** Of a middle the share above the middle of all: half of each unit, if they were alike. */
function ofFractions({ aggregate }: Measure, units: readonly ComparedUnit[]): Found | null {
  const form = aggregate === 'rate' ? 'rate' : 'share';
  const found = funnel(
    form,
    units.map(({ term, numerator, denominator }) => ({ id: term.id, numerator, denominator })),
  );
  return found && { ...found, limitsAt: (size) => limitsAt(found, size) };
}
