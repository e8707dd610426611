import { type Agreement, chanceCorrected } from './chance-corrected.ts';
import type { Ratings } from './rating-counts.ts';

/**
 * Agreement of several raters beyond chance, where chance means that all categories of the scale are equally likely:
 * for raters who need not give each category a certain number of times; null when no unit has two ratings.
 *
 * Method: expected agreement 1 / categories (Randolph 2005, free-marginal multirater kappa; Brennan and Prediger 1981,
 * Educational and Psychological Measurement 41:687-699). Units and errors as in `chanceCorrected`. Example: two units
 * by 8 raters, 7 and 1, 3 and 5: 0.2143.
 */
export function randolphKappa(ratings: Ratings, categories: number): Agreement | null {
  return chanceCorrected(ratings, categories, (prevalence) => prevalence.map(() => 1 / categories));
}
