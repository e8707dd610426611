import type { Fraction } from '../../statistics/fraction.ts';
import { taroneTest } from '../../statistics/shrinkage/tarone.ts';

const FEWEST_PEOPLE = 3;
const LIKELY = 0.05;

/**
 * Whether people of a team do not differ in a technique by more than chance explains, so that the gap is the team's and
 * not somebody's; null where fewer than three of them have enough opportunities to tell.
 */
export function agentsAlike(people: readonly Fraction[], minimum: number): boolean | null {
  if (people.filter(({ denominator }) => denominator >= minimum).length < FEWEST_PEOPLE) return null;
  const test = taroneTest(people);
  return test === null || test.p >= LIKELY;
}
