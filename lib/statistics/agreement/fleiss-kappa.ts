import { type Agreement, chanceCorrected } from './chance-corrected.ts';
import type { Ratings } from './rating-counts.ts';

/**
 * Agreement of several raters beyond chance, where chance means that every rater uses the categories as often as all of
 * them together; null when no unit has two ratings.
 *
 * Method: expected agreement Σ πₖ² (Fleiss 1971, Psychological Bulletin 76:378-382; with missing ratings as in Gwet
 * 2014). Not defined, coefficient null, when all ratings are of one category. Where one category is nearly always
 * given it falls towards 0 although raters agree: show `gwetAc1` beside it. Units and errors as in `chanceCorrected`.
 * Example: two units by 8 raters, 7 and 1, 3 and 5: 0.1619.
 */
export function fleissKappa(ratings: Ratings, categories: number): Agreement | null {
  return chanceCorrected(ratings, categories, (prevalence) => prevalence);
}
