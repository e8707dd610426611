import type { Interval } from './wilson.ts';

export interface Estimate {
  value: number;
  interval: Interval;
}

/**
 * The range of the difference of two estimates, each with a range of its own.
 *
 * Method: the distance to each end is √(a² − 2rab + b²), where a and b are the distances of the two estimates to the
 * ends that push the difference the same way and r is their correlation (Newcombe 1998, Statistics in Medicine
 * 17:873-890 and 2635-2650; Zou and Donner 2008, Statistics in Medicine 27:1693-1702, for any two estimates). Unit:
 * that of the estimates. Example: 0.8 (0.7 to 0.9) less 0.6 (0.5 to 0.7), independent: 0.2 ± √0.02 = 0.0586 to 0.3414.
 */
export function squareAndAdd(first: Estimate, second: Estimate, correlation = 0): Interval {
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a ** 2 - 2 * correlation * a * b + b ** 2));
  const difference = first.value - second.value;
  return [
    difference - reach(first.value - first.interval[0], second.interval[1] - second.value),
    difference + reach(first.interval[1] - first.value, second.value - second.interval[0]),
  ];
}
