/** In the order in which they are shown where several hit one point. */
export const RULE_IDS = ['beyond', 'trend', 'two_of_three', 'shift'] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** How many points make a pattern; null where the set does not have the rule. */
export interface RuleSet {
  label: string;
  shift: number | null;
  trend: number | null;
  /** Whether all three lie on one side of the centre, and whether a point beyond a limit counts as one of the two. */
  twoOfThree: { allOneSide: boolean; beyondCounts: boolean } | null;
}

/**
 * The sets of rules for variation that chance does not explain. Sources: NHS Making Data Count by NHSRplotthedots;
 * Western Electric and Nelson (1984, Journal of Quality Technology 16:237-239) by the R package qcc. All have the
 * first rule: a point beyond a limit (on the line is not beyond).
 */
export const RULE_SETS = {
  nhs: { label: 'NHS', shift: 7, trend: 7, twoOfThree: { allOneSide: true, beyondCounts: false } },
  western_electric: {
    label: 'Western Electric',
    shift: 8,
    trend: null,
    twoOfThree: { allOneSide: false, beyondCounts: true },
  },
  nelson: { label: 'Nelson', shift: 9, trend: 6, twoOfThree: { allOneSide: false, beyondCounts: true } },
} as const satisfies Record<string, RuleSet>;
