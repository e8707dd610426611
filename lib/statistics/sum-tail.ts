/**
 * The sum of the terms of a distribution from one term outward, when each is the one before times a ratio below 1.
 *
 * Method: terms are added until they no longer change the sum, so that a tail of 1e-40 keeps its digits where
 * 1 − (everything else) would be 0. Call it away from the mode; towards it the terms grow. Example: 1/2 and a ratio
 * of always 1/2 sum to 1.
 */
export function sumTail(first: number, ratio: (step: number) => number): number {
  let sum = 0;
  let term = first;
  for (let step = 0; term > sum * Number.EPSILON * 0.01; step++) {
    sum += term;
    term *= ratio(step);
  }
  return sum;
}
