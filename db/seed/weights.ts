import type { Random } from './random.ts';

/** Values with how often each occurs, relative to the others. */
export interface Weighted<T extends string> {
  values: readonly T[];
  /** Cumulative shares; the last is 1. */
  upTo: readonly number[];
}

export function weigh<T extends string>(weights: Partial<Record<T, number>>): Weighted<T> {
  const entries = Object.entries(weights) as [T, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  return {
    values: entries.map(([value]) => value),
    upTo: entries.map(([, weight]) => {
      sum += weight / total;
      return sum;
    }),
  };
}

export function draw<T extends string>({ values, upTo }: Weighted<T>, random: Random): T {
  const at = random.next();
  const index = upTo.findIndex((limit) => at < limit);
  // The last limit may fall short of 1 by a rounding.
  return values[index < 0 ? values.length - 1 : index] as T;
}

/** The share of a value, 0 where it does not occur. */
export function shareOf<T extends string>({ values, upTo }: Weighted<T>, value: T): number {
  const index = values.indexOf(value);
  return index < 0 ? 0 : (upTo[index] ?? 1) - (index === 0 ? 0 : (upTo[index - 1] ?? 0));
}
