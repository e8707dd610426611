import {
  mantelHaenszel,
  type Stratified,
  type Stratum,
} from '../../statistics/association/mantel-haenszel.ts';
import { riskRatio } from '../../statistics/association/risk-ratio.ts';
import { normalUpperTail } from '../../statistics/distributions.ts';
import { benjaminiHochberg } from '../../statistics/false-discovery.ts';
import type { Fraction } from '../../statistics/fraction.ts';
import { newcombe } from '../../statistics/newcombe.ts';
import { type Interval, Z95 } from '../../statistics/wilson.ts';

/** Incidents in which a technique had an opportunity, alike in trigger and customer state. */
export interface EasedRow {
  technique: number;
  trigger: number;
  state: number;
  /** 1 where it was handled effectively, 0 where it was partly or not. */
  effective: number;
  incidents: number;
  eased: number;
}

/** Incidents with the same trigger and customer state. */
export interface EasedStratum extends Stratum {
  trigger: number;
  state: number;
}

/** De-escalation with something and without it. */
export interface EasedEffect {
  exposed: Fraction;
  unexposed: Fraction;
  /** As counted, whatever the incidents were; null where one side has none. */
  crude: {
    difference: number;
    interval: Interval;
    ratio: number | null;
    ratioInterval: Interval | null;
  } | null;
  /** Like with like; null where no layer has both sides. */
  stratified: Stratified | null;
  strata: readonly EasedStratum[];
  /** Ten on each side, and layers in which both are. */
  enough: boolean;
  /** Like with like it goes the other way, by a point at least on both sides. */
  reversed: boolean;
  /** Two-sided, of the stratified difference; null where it is not enough. */
  p: number | null;
}

/** An effect with the share of false findings among all that were tested. */
export type TestedEffect = EasedEffect & { q: number | null };

/** The least on either side. */
export const ENOUGH = 10;
const A_POINT = 0.005;

/** What goes with the one side rather than with the other, layer by layer. An association, never a proof. */
export function easedEffect(strata: readonly EasedStratum[]): EasedEffect {
  const exposed = addUp(strata.map((stratum) => stratum.exposed));
  const unexposed = addUp(strata.map((stratum) => stratum.unexposed));
  const stratified = mantelHaenszel(strata);
  const crude = compare(exposed, unexposed);
  const enough = Math.min(exposed.denominator, unexposed.denominator) >= ENOUGH && stratified !== null;
  return {
    exposed,
    unexposed,
    crude,
    stratified,
    strata,
    enough,
    reversed: enough && isReversed(crude?.difference, stratified?.difference),
    p: enough && stratified ? pOf(stratified) : null,
  };
}

/** The strata of one technique, in the order of the rows. */
export function strataOf(rows: readonly EasedRow[]): EasedStratum[] {
  const strata = new Map<string, EasedStratum>();
  for (const { trigger, state, effective, incidents, eased } of rows) {
    const key = `${trigger} ${state}`;
    const stratum = strata.get(key) ?? { trigger, state, exposed: NONE, unexposed: NONE };
    const side = effective === 1 ? 'exposed' : 'unexposed';
    strata.set(key, { ...stratum, [side]: { numerator: eased, denominator: incidents } });
  }
  return [...strata.values()];
}

/** Each with the share of false findings that is accepted with it, over all that have enough. */
export function testTogether(effects: readonly EasedEffect[]): TestedEffect[] {
  const q = benjaminiHochberg(effects.map(({ p }) => p));
  return effects.map((effect, place) => ({ ...effect, q: q[place] ?? null }));
}

/** The standard error of the stratified difference; null where nothing varies. */
export function errorOf({ differenceInterval }: Stratified): number | null {
  return differenceInterval === null ? null : (differenceInterval[1] - differenceInterval[0]) / (2 * Z95);
}

const NONE: Fraction = { numerator: 0, denominator: 0 };

function addUp(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(
    (sum, one) => ({
      numerator: sum.numerator + one.numerator,
      denominator: sum.denominator + one.denominator,
    }),
    NONE,
  );
}

function compare(exposed: Fraction, unexposed: Fraction): EasedEffect['crude'] {
  const interval = newcombe(exposed, unexposed);
  if (interval === null) return null;
  const difference = exposed.numerator / exposed.denominator - unexposed.numerator / unexposed.denominator;
  const found = riskRatio(exposed, unexposed);
  const isBounded = found !== null && Number.isFinite(found.ratio) && Number.isFinite(found.interval[1]);
  return {
    difference,
    interval,
    ratio: isBounded ? found.ratio : null,
    ratioInterval: isBounded ? found.interval : null,
  };
}

function isReversed(crude: number | undefined, stratified: number | undefined): boolean {
  if (crude === undefined || stratified === undefined) return false;
  return Math.min(Math.abs(crude), Math.abs(stratified)) >= A_POINT && crude > 0 !== stratified > 0;
}

function pOf(stratified: Stratified): number | null {
  const error = errorOf(stratified);
  if (error === null || error === 0) return null;
  return Math.min(1, 2 * normalUpperTail(Math.abs(stratified.difference) / error));
}
