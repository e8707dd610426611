import { normalUpperTail } from '../distributions.ts';
import { type Fraction, pooled } from '../fraction.ts';

/**
 * Whether units, such as the agents of a team, differ in a share by more than chance makes them; null where nothing
 * can vary: fewer than two units, none with two records, or a share of 0 or 1 all over.
 *
 * Method: Tarone's score test against the beta-binomial (1979, Biometrika 66:585-590): with the pooled share p,
 * S = Σ(xᵢ − nᵢp)² / p(1 − p), z = (S − Σnᵢ) / √(2 Σnᵢ(nᵢ − 1)), one-sided, since units that are more alike than chance
 * makes them do not differ. Units without records do not count. Example: 1, 2, 3, 4, 5, 5, 6, 7, 8 and 9 of 10:
 * p 0.5, S = 60 / 0.25 = 240, z = (240 − 100) / √1800 = 3.30, p-value 0.0005.
 */
export function taroneTest(units: readonly Fraction[]): { z: number; p: number } | null {
  const known = units.filter(({ denominator }) => denominator > 0);
  const share = pooled(known);
  const records = known.reduce((sum, { denominator }) => sum + denominator, 0);
  const pairs = known.reduce((sum, { denominator }) => sum + denominator * (denominator - 1), 0);
  if (share === null || share <= 0 || share >= 1 || known.length < 2 || pairs === 0) return null;
  const squares = known.reduce(
    (sum, { numerator, denominator }) => sum + (numerator - denominator * share) ** 2,
    0,
  );
  const z = (squares / (share * (1 - share)) - records) / Math.sqrt(2 * pairs);
  return { z, p: normalUpperTail(z) };
}
