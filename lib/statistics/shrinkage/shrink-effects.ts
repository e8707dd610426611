/** A difference with its standard error. */
export interface Effect {
  value: number;
  error: number;
}

export interface ShrunkEffects {
  /** The mean of all effects, the sure ones weighing more; null where none is known. */
  mean: number | null;
  /** Variance between them beyond chance. */
  tau2: number;
  /** In the order given: drawn towards the mean the more, the less is known; the mean itself where nothing is. */
  effects: readonly (number | null)[];
}

/**
 * What each of many treatments, such as techniques, may be expected to do, where single estimates are too uncertain to
 * be told apart: the largest of them is mostly the luckiest.
 *
 * Method: random effects. τ² = (Q − (k − 1)) / (Σw − Σw² / Σw) with w = 1 / error², at least 0 (DerSimonian and Laird
 * 1986, Controlled Clinical Trials 7:177-188); the mean weighs by 1 / (error² + τ²); each effect becomes
 * (τ² · value + error² · mean) / (τ² + error²), its best linear prediction (Raudenbush and Bryk 1985, Journal of
 * Educational Statistics 10:75-98). A null is an effect that nothing is known of; an error must be above 0, else a
 * RangeError. Unit: that of the values. Example: 0.2 ± 0.05 and 0 ± 0.05: mean 0.1, Q 8, τ² 7 / 400 = 0.0175, so
 * (0.0175 · 0.2 + 0.0025 · 0.1) / 0.02 = 0.1875 and 0.0125.
 */
export function shrinkEffects(effects: readonly (Effect | null)[]): ShrunkEffects {
  const known = effects.filter((one) => one !== null);
  for (const { error } of known)
    if (!(error > 0)) throw new RangeError(`an effect with a standard error of ${error}`);
  const tau2 = varianceBetween(known);
  const mean = weightedMean(known, ({ error }) => 1 / (error ** 2 + tau2));
  return {
    mean,
    tau2,
    effects: effects.map((one) => {
      if (one === null || mean === null) return mean;
      const own = one.error ** 2;
      return (tau2 * one.value + own * mean) / (tau2 + own);
    }),
  };
}

function varianceBetween(effects: readonly Effect[]): number {
  const weightOf = ({ error }: Effect) => 1 / error ** 2;
  const middle = weightedMean(effects, weightOf);
  if (middle === null || effects.length < 2) return 0;
  const sum = (term: (effect: Effect) => number) => effects.reduce((all, one) => all + term(one), 0);
  const weights = sum(weightOf);
  const excess = sum((one) => weightOf(one) * (one.value - middle) ** 2) - (effects.length - 1);
  const room = weights - sum((one) => weightOf(one) ** 2) / weights;
  return Math.max(0, excess / room);
}

function weightedMean(effects: readonly Effect[], weightOf: (effect: Effect) => number): number | null {
  if (effects.length === 0) return null;
  const weights = effects.reduce((sum, one) => sum + weightOf(one), 0);
  return effects.reduce((sum, one) => sum + weightOf(one) * one.value, 0) / weights;
}
