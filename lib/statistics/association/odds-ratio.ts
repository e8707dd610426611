import type { Fraction } from '../fraction.ts';
import { type Interval, Z95 } from '../wilson.ts';
import type { Ratio } from './risk-ratio.ts';

/**
 * How many times the odds of one side are those of the other, p₁/(1−p₁) by p₂/(1−p₂), for comparison with studies that
 * report it; on pages `riskRatio` is easier to understand. Null when a side has no records.
 *
 * Method: Woolf's logit interval, ln OR ± z √(1/a + 1/b + 1/c + 1/d) (Woolf 1955, Annals of Human Genetics
 * 19:251-253); where a cell is 0, one half is added to all four (Haldane 1956, Anscombe 1956), in the ratio, too, so
 * that both stay finite. 95 % unless another z is given. Numerators outside 0 to their denominators are RangeErrors.
 * Example: 9 of 13 by 4 of 14: (9 · 10) / (4 · 4) = 5.625, from 1.08 to 29.37.
 */
export function oddsRatio(first: Fraction, second: Fraction, z = Z95): Ratio | null {
  const cells = [...cellsOf(first), ...cellsOf(second)];
  if (first.denominator === 0 || second.denominator === 0) return null;
  const add = cells.includes(0) ? 0.5 : 0;
  const [a = 0, b = 0, c = 0, d = 0] = cells.map((cell) => cell + add);
  const ratio = (a * d) / (b * c);
  const reach = Math.exp(z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d));
  const interval: Interval = [ratio / reach, ratio * reach];
  return { ratio, interval };
}

function cellsOf({ numerator, denominator }: Fraction): [cases: number, others: number] {
  if (numerator >= 0 && numerator <= denominator) return [numerator, denominator - numerator];
  throw new RangeError(`${numerator} of ${denominator} is not a share`);
}
