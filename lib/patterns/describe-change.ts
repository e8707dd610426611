import { PATTERN_STATUS_LABELS, type PatternStatus } from './pattern-status.ts';

interface Described {
  name: string;
  ownerAccount: string;
  status: PatternStatus;
}

/** What a change of a pattern did, for its history: "Watching › resolved. Was named Slow refunds." Empty when nothing. */
export function describeChange(before: Described, after: Described): string {
  return [
    ...(before.status === after.status
      ? []
      : [`${PATTERN_STATUS_LABELS[before.status]} › ${PATTERN_STATUS_LABELS[after.status].toLowerCase()}.`]),
    ...(before.ownerAccount === after.ownerAccount ? [] : ['Another owner.']),
    ...(before.name === after.name ? [] : [`Was named “${before.name}”.`]),
  ].join(' ');
}
