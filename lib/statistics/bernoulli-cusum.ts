/** Evidence for a higher and for a lower risk after one case; both start again from 0 after a signal. */
export interface CusumPoint {
  /** 0 or more: grows with each event. */
  up: number;
  /** 0 or less: falls with each case without one. */
  down: number;
  signal: 'up' | 'down' | null;
}

export interface Cusum {
  points: readonly CusumPoint[];
  /** The risk that cases are held against, and the two that it looks for. */
  risk: number;
  higher: number;
  lower: number;
  limit: number;
}

/**
 * Whether the risk of a rare event has doubled or halved, case by case: Bernoulli CUSUM.
 *
 * Method: each case adds its log-likelihood ratio of the higher (lower) risk against the one given, never past 0; at
 * the limit it signals and starts again. The other risks have `oddsRatio` times the odds, or that part of them. With
 * 2 and a limit of 3.5 it suits risks of 1 to 10 %; what it finds, and how soon, depends on all three. Cases are in
 * time order; a null is one whose outcome is not known and adds nothing. Sources: J. Neuburger and others, BMJ Quality
 * & Safety 26 (2017) 919-928; qicharts2 (bchart). A RangeError for a risk outside 0 to 1, an odds ratio of 1 or less,
 * or a limit of 0 or less. Example: risk 0.1: an event adds ln(20/11) = 0.598, a case without one ln(10/11) = −0.095,
 * so the sixth event in a row signals.
 */
export function bernoulliCusum(
  outcomes: readonly (boolean | null)[],
  risk: number,
  { oddsRatio = 2, limit = 3.5 }: { oddsRatio?: number; limit?: number } = {},
): Cusum {
  if (!(risk > 0 && risk < 1)) throw new RangeError(`a risk must lie between 0 and 1, got ${risk}`);
  if (!(oddsRatio > 1)) throw new RangeError(`an odds ratio must be above 1, got ${oddsRatio}`);
  if (!(limit > 0)) throw new RangeError(`a limit must be above 0, got ${limit}`);
  const [higher, lower] = [withOdds(risk, oddsRatio), withOdds(risk, 1 / oddsRatio)];
  let [up, down] = [0, 0];
  const points = outcomes.map((outcome): CusumPoint => {
    if (outcome !== null) {
      up = Math.max(0, up + evidence(outcome, higher, risk));
      down = Math.min(0, down - evidence(outcome, lower, risk));
    }
    const signal: CusumPoint['signal'] = up >= limit ? 'up' : down <= -limit ? 'down' : null;
    const point = { up, down, signal };
    if (signal === 'up') up = 0;
    if (signal === 'down') down = 0;
    return point;
  });
  return { points, risk, higher, lower, limit };
}

function withOdds(risk: number, times: number): number {
  const odds = (times * risk) / (1 - risk);
  return odds / (1 + odds);
}

function evidence(outcome: boolean, other: number, risk: number): number {
  return outcome ? Math.log(other / risk) : Math.log((1 - other) / (1 - risk));
}
