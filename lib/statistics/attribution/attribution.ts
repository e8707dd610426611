/** What one value of a dimension (one team, one trigger) has to do with a change. */
export interface Contribution<Element> {
  element: Element;
  /** Of a ratio null where the value had no denominator. */
  before: number | null;
  after: number | null;
  /** Share of the whole change; the shares of a dimension add up to 1, and some may be below 0. */
  power: number;
  /** How much its share of the whole moved, from 0 on. */
  surprise: number;
}

export interface DimensionAttribution<Element> {
  dimension: string;
  /** The values that explain the change together; none where no few values do. */
  explaining: readonly Contribution<Element>[];
  /** Sums over the explaining values. */
  power: number;
  surprise: number;
  /** All values, the largest power first. */
  contributions: readonly Contribution<Element>[];
}

export interface Attribution<Element> {
  before: number;
  after: number;
  /** after − before: of the sum, or of the ratio. */
  change: number;
  /** Dimensions that explain the change, most surprising first; then those that do not. */
  dimensions: readonly DimensionAttribution<Element>[];
}

/** A value takes part when it explains more than this of the change. */
export const POWER_OF_ELEMENT = 0.1;
/** A dimension explains a change when some of its values explain more than this together. */
export const POWER_OF_DIMENSION = 0.67;

/**
 * How much a share of the whole moved from p before to q after, between 0 and ln 2 / 2.
 *
 * Method: one term of the Jensen-Shannon divergence, ½ (p ln(2p/(p+q)) + q ln(2q/(p+q))), a share of 0 adding nothing
 * (Bhagwan et al. 2014, Adtributor, NSDI). Example: surprise(0.5, 0) = ½ · 0.5 · ln 2 = 0.1733.
 */
export function surprise(p: number, q: number): number {
  const term = (share: number) => (share > 0 ? share * Math.log((2 * share) / (p + q)) : 0);
  return Math.max(0, (term(p) + term(q)) / 2);
}

/**
 * Which few values of a dimension explain a change: by falling surprise, each with a power above 0.1, until they have
 * more than 0.67 of the change together (Adtributor's greedy search).
 */
export function explain<Element>(
  dimension: string,
  contributions: readonly Contribution<Element>[],
): DimensionAttribution<Element> {
  const explaining: Contribution<Element>[] = [];
  let power = 0;
  for (const candidate of [...contributions].sort((one, other) => other.surprise - one.surprise)) {
    if (power > POWER_OF_DIMENSION) break;
    if (candidate.power <= POWER_OF_ELEMENT) continue;
    explaining.push(candidate);
    power += candidate.power;
  }
  const enough = power > POWER_OF_DIMENSION;
  return {
    dimension,
    explaining: enough ? explaining : [],
    power: enough ? power : 0,
    surprise: enough ? explaining.reduce((sum, one) => sum + one.surprise, 0) : 0,
    contributions: [...contributions].sort((one, other) => other.power - one.power),
  };
}

/** Most surprising first; dimensions that explain nothing keep their order behind. */
export function ranked<Element>(
  dimensions: readonly DimensionAttribution<Element>[],
): DimensionAttribution<Element>[] {
  const explains = ({ explaining }: DimensionAttribution<Element>) => (explaining.length > 0 ? 1 : 0);
  return [...dimensions].sort(
    (one, other) => explains(other) - explains(one) || other.surprise - one.surprise,
  );
}

const ROUNDING = 1e-9;

/** The dimensions of one change are views of the same records: they add up to the same whole, or it is a RangeError. */
export function checkSameWhole(dimension: string, sums: readonly number[], whole: readonly number[]): void {
  const differs = (one: number, other: number) => Math.abs(one - other) > ROUNDING * Math.max(one, other);
  if (sums.some((sum, index) => differs(sum, whole[index] ?? Number.NaN)))
    throw new RangeError(
      `${dimension} adds up to ${sums.join(', ')}, another dimension to ${whole.join(', ')}`,
    );
}
