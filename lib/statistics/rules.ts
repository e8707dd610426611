/** In the order in which they are shown where several hit one point. */
export const RULE_IDS = [
  'beyond',
  'trend',
  'two_of_three',
  'four_of_five',
  'shift',
  'long_run',
  'alternating',
  'hugging',
  'avoiding',
  'few_crossings',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** How many points make a pattern; null or false where the set does not have the rule. */
export interface RuleSet {
  label: string;
  /** In a row on one side of the centre. */
  shift: number | null;
  /** Points in a row, each beyond the one before: one more than its steps. */
  trend: number | null;
  /**
   * Two of three beyond two thirds of the way to a limit. Whether all three lie on one side of the centre, whether a
   * point beyond the limit counts as one of the two, and whether the third must be one of them.
   */
  twoOfThree: { allOneSide: boolean; beyondCounts: boolean; newestNear: boolean } | null;
  /** Four of five beyond one third of the way to a limit, the fifth among them. */
  fourOfFive: boolean;
  /** In a row up and down in turn. */
  alternating: number | null;
  /** In a row within one third of the way to the limits. */
  hugging: number | null;
  /** In a row outside of that third, on both sides. */
  avoiding: number | null;
  /** Anhøj's two rules: a run that is longer, or crossings of the centre that are fewer, than chance allows for n. */
  runs: boolean;
}

export type RuleSetId = 'nhs' | 'western_electric' | 'nelson' | 'anhoej';

const NONE: Omit<RuleSet, 'label'> = {
  shift: null,
  trend: null,
  twoOfThree: null,
  fourOfFive: false,
  alternating: null,
  hugging: null,
  avoiding: null,
  runs: false,
};
const ZONES = { allOneSide: false, beyondCounts: true, newestNear: true };

/**
 * The sets of rules for variation that chance does not explain, by name. All have the first rule: a point beyond a
 * limit (on the line is not beyond).
 *
 * Sources: NHS Making Data Count, as in NHSRplotthedots; Western Electric, Statistical Quality Control Handbook
 * (1956) and Nelson (1984), Journal of Quality Technology 16:237-239, both as in the R package qcc; Anhøj and
 * Olesen (2014), PLoS ONE 9:e113825, as in the R package qicharts2.
 */
export const RULE_SETS: Readonly<Record<RuleSetId, RuleSet>> = {
  nhs: {
    ...NONE,
    label: 'NHS',
    shift: 7,
    trend: 7,
    twoOfThree: { allOneSide: true, beyondCounts: false, newestNear: false },
  },
  western_electric: {
    ...NONE,
    label: 'Western Electric',
    shift: 8,
    twoOfThree: ZONES,
    fourOfFive: true,
  },
  nelson: {
    ...NONE,
    label: 'Nelson',
    shift: 9,
    trend: 6,
    twoOfThree: ZONES,
    fourOfFive: true,
    alternating: 14,
    hugging: 15,
    avoiding: 8,
  },
  anhoej: { ...NONE, label: 'Anhøj', runs: true },
};

/**
 * How many points, up to and with the newest, decide whether a pattern holds the newest: what lies before them can make
 * such a pattern longer, and make none. All of them where runs are judged as a whole.
 */
export function reachOf(set: RuleSet): number {
  if (set.runs) return Number.POSITIVE_INFINITY;
  const { shift, trend, alternating, hugging, avoiding } = set;
  const lengths = [shift, trend, alternating, hugging, avoiding].map((length) => length ?? 1);
  return Math.max(1, set.twoOfThree ? 3 : 1, set.fourOfFive ? 5 : 1, ...lengths);
}

/** The first rule alone, for charts whose points are not independent of each other. */
export const BEYOND_ONLY: Omit<RuleSet, 'label'> = NONE;
