import { type Interval, Z95 } from './wilson.ts';

/** At one time: how many came to their end, and how many were still open when last seen. */
export interface Durations {
  time: number;
  events: number;
  censored: number;
}

export interface SurvivalStep {
  time: number;
  /** Seen up to this time and without an end before it. */
  atRisk: number;
  events: number;
  /** Share still without an end just after this time. */
  survival: number;
  /** 95 %; null once none is left. */
  interval: Interval | null;
}

export interface Survival {
  /** One a time with events, in order. */
  steps: readonly SurvivalStep[];
  /** When half have come to their end, with its 95 % interval; null where that is not reached. */
  median: number | null;
  medianLow: number | null;
  medianHigh: number | null;
  n: number;
  events: number;
  censored: number;
}

/** One half, and what rounding may add to it. */
const HALF = 0.5 + 1e-9;

/**
 * How long things last when some have not ended yet, such as the time to close or until a customer comes back; null of
 * nothing. Leaving the open ones out would make everything look quicker than it is.
 *
 * Method: product of 1 − events / at risk over all times so far (Kaplan and Meier 1958, Journal of the American
 * Statistical Association 53:457-481), Greenwood's variance Σ d / (n (n − d)) on the scale log(−log S), which keeps the
 * interval within 0 and 1 (Kalbfleisch and Prentice 2002); at one time events come before what is censored. The
 * median's interval is where the band holds one half (Brookmeyer and Crowley 1982, Biometrics 38:29-41). Unit: that
 * of the times; rows may come in any order and repeat a time. Negative times or counts are RangeErrors. Example: three
 * ends at 1, 2 and 3 and one open at 2: 0.75, 0.5, 0.
 */
export function kaplanMeier(rows: readonly Durations[], z = Z95): Survival | null {
  const times = byTime(rows);
  const n = times.reduce((sum, { events, censored }) => sum + events + censored, 0);
  if (n === 0) return null;
  const steps: SurvivalStep[] = [];
  let [atRisk, survival, greenwood] = [n, 1, 0];
  for (const { time, events, censored } of times) {
    if (events > 0) {
      survival *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      steps.push({ time, atRisk, events, survival, interval: logLogBand(survival, greenwood, z) });
    }
    atRisk -= events + censored;
  }
  const firstBelowHalf = (value: (step: SurvivalStep) => number) =>
    steps.find((step) => value(step) <= HALF)?.time ?? null;
  const events = steps.reduce((sum, step) => sum + step.events, 0);
  return {
    steps,
    median: firstBelowHalf((step) => step.survival),
    medianLow: firstBelowHalf(({ interval }) => interval?.[0] ?? 0),
    medianHigh: firstBelowHalf(({ interval }) => interval?.[1] ?? 1),
    n,
    events,
    censored: n - events,
  };
}

function byTime(rows: readonly Durations[]): Durations[] {
  const found = new Map<number, Durations>();
  for (const { time, events, censored } of rows) {
    if (!(time >= 0 && events >= 0 && censored >= 0))
      throw new RangeError(`${events} ended and ${censored} open at ${time} cannot be`);
    const before = found.get(time);
    found.set(time, {
      time,
      events: events + (before?.events ?? 0),
      censored: censored + (before?.censored ?? 0),
    });
  }
  return [...found.values()].sort((one, other) => one.time - other.time);
}

function logLogBand(survival: number, greenwood: number, z: number): Interval | null {
  if (survival <= 0) return null;
  const spread = Math.exp((z * Math.sqrt(greenwood)) / Math.log(survival));
  return [survival ** (1 / spread), survival ** spread];
}
