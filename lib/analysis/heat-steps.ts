/** From these percentages of its row on, a cell takes the next of seven tones. */
export const SHARE_STEPS = [4, 8, 12, 20, 35, 55] as const;

/** The tone of a share of its row, 1 to 7; 0 (no fill) for none at all. */
export function shareStep(count: number, rowTotal: number): number {
  return count === 0 ? 0 : 1 + SHARE_STEPS.filter((percent) => count * 100 >= percent * rowTotal).length;
}

/** Of the largest count, where the tones of a map of counts change. */
const PARTS = [0.08, 0.16, 0.24, 0.32, 0.45, 0.65];

/**
 * The counts at which the tones change, round numbers that grow; fewer than six where counts are small.
 * Example: countSteps(123) = [10, 20, 30, 40, 55, 80].
 */
export function countSteps(largest: number): number[] {
  const rounded = PARTS.map((part) => round(part * largest));
  return [...new Set(rounded)].filter((step) => step > 1 && step <= largest);
}

/** The tone of a count, 1 to 7; 0 for none. */
export function countStep(count: number, steps: readonly number[]): number {
  return count === 0 ? 0 : 1 + steps.filter((step) => count >= step).length;
}

/** To a half of its power of ten, so that 55.4 is 55 and 19.7 is 20. */
function round(value: number): number {
  if (value < 10) return Math.ceil(value);
  const half = 10 ** Math.floor(Math.log10(value)) / 2;
  return Math.round(value / half) * half;
}
