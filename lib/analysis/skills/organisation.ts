import { type Fraction, pooled } from '../../statistics/fraction.ts';
import { quantile } from '../../statistics/quantile.ts';
import { fitBetaPrior, type Prior } from '../../statistics/shrinkage/beta-prior.ts';
import { shrink } from '../../statistics/shrinkage/shrink.ts';
import { taroneTest } from '../../statistics/shrinkage/tarone.ts';
import { wilson } from '../../statistics/wilson.ts';
import { type HandledRow, toFraction } from './handled-rows.ts';

/** What was observed of one technique in one team. */
export type TeamRow = Omit<HandledRow, 'agent'>;

/** What the organisation as a whole says about a technique: what the share of any team is told by. */
export interface TechniqueAtLarge {
  prior: Prior;
  /** The target, else the median of the teams; null where fewer than three of them can be told. */
  standard: number | null;
  /** Low in every team alike. */
  shared: boolean;
  /** What is usual of a technique here: the target, else the middle of all techniques. */
  usual: number;
}

export interface Organisation {
  of(technique: number): TechniqueAtLarge;
  nothingKnown: Prior;
}

const FEWEST_TEAMS = 3;
const LIKELY = 0.05;
const NOBODY = 0;

/**
 * How all teams together stand in each technique. A share is drawn towards those of all teams in the technique; where
 * there are fewer than ten teams, towards those of all teams in all techniques.
 */
export function toOrganisation(
  everybody: readonly TeamRow[],
  minimum: number,
  target: number | null,
): Organisation {
  const units = new Map<number, Fraction[]>();
  for (const row of everybody)
    if (row.team !== NOBODY) units.set(row.technique, [...(units.get(row.technique) ?? []), toFraction(row)]);
  const nothingKnown = fitBetaPrior([]);
  const general = onDemand(() => fitBetaPrior([...units.values()].flat()));
  const usual =
    target ??
    quantile(
      [...units.values()].flatMap((of) => pooled(of) ?? []),
      0.5,
    ) ??
    0;
  const told = new Map<number, TechniqueAtLarge>();
  const ask = (technique: number): TechniqueAtLarge => {
    const teams = units.get(technique) ?? [];
    const own = fitBetaPrior(teams);
    const isFew = own.kind === 'none' && own.why === 'few_units';
    const prior = isFew && general().kind === 'fitted' ? general() : own;
    const known = teams.filter(({ denominator }) => denominator >= minimum);
    const estimates = known.flatMap((team) => shrink(team, prior).estimate ?? []);
    const middle = known.length < FEWEST_TEAMS ? null : quantile(estimates, 0.5);
    return { prior, standard: target ?? middle, shared: isShared(known, estimates, usual, target), usual };
  };
  return {
    of: (technique) => {
      const found = told.get(technique) ?? ask(technique);
      told.set(technique, found);
      return found;
    },
    nothingKnown,
  };
}

/** Below the target in every team; without a target, below what is usual here and alike in all teams. */
function isShared(
  teams: readonly Fraction[],
  estimates: readonly number[],
  usual: number,
  target: number | null,
): boolean {
  if (teams.length < FEWEST_TEAMS) return false;
  const sum = teams.reduce((all, { numerator }) => all + numerator, 0);
  const of = teams.reduce((all, { denominator }) => all + denominator, 0);
  const reach = wilson(sum, of);
  if (reach === null || reach[1] >= usual) return false;
  if (target !== null) return estimates.every((estimate) => estimate < target);
  const test = taroneTest(teams);
  return test === null || test.p >= LIKELY;
}

function onDemand<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
