import { type Agreement, chanceCorrected } from './chance-corrected.ts';
import type { Ratings } from './rating-counts.ts';

/**
 * Agreement of several raters beyond chance that keeps its sense where a fault is rare and nearly every rating is the
 * same; null when no unit has two ratings.
 *
 * Method: expected agreement Σ πₖ(1 − πₖ) / (categories − 1), so that chance can only act where ratings are doubtful
 * (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29-48). Ratings may be missing. Units and
 * errors as in `chanceCorrected`. Example: 12 units by up to 4 raters of the R package irrCAC: 0.77544, standard error
 * 0.14295.
 */
export function gwetAc1(ratings: Ratings, categories: number): Agreement | null {
  return chanceCorrected(ratings, categories, (prevalence) =>
    prevalence.map((share) => (1 - share) / (categories - 1)),
  );
}
