import { RULE_SETS, type RuleSetId } from '../statistics/rules.ts';

/** What each set of rules takes for more than chance, besides a point beyond a limit, which all of them do. */
const MEANS: Readonly<Record<RuleSetId, string>> = {
  nhs: '7 points in a row on one side of the centre, or each beyond the one before, or 2 of 3 near a limit. The default.',
  western_electric: '8 points in a row on one side, 2 of 3 far out on it, or 4 of 5 some way out.',
  nelson:
    '9 points in a row on one side, 6 each beyond the one before, and five more rules: finds more, and raises more false alarms.',
  anhoej: 'A run that is too long, or too few crossings of the centre, for the number of points.',
};

export interface RuleSetChoice {
  id: RuleSetId;
  label: string;
  means: string;
}

/** A set of rules as one chooses it. */
export function toRuleSetChoice(id: RuleSetId): RuleSetChoice {
  return { id, label: RULE_SETS[id].label, means: MEANS[id] };
}
