import type { Stay } from '../charts/staircase.ts';
import type { Step } from './incident-record.ts';

const NOT_KNOWN = 'Not known';

/**
 * The steps of a case as stays in lanes, for the staircase: one lane a level, in the order of escalation; where no
 * level is known at all, one lane a team, in the order in which they came in. Steps without a time are left out.
 */
export function toStays(steps: readonly Step[]): Stay[] {
  const byLevel = steps.some((step) => step.level !== null);
  const teams = [...new Set(steps.map((step) => step.team ?? NOT_KNOWN))];
  return steps.flatMap((step) => {
    if (!step.moment) return [];
    const { at } = step.moment;
    if (byLevel) return [{ lane: step.level?.label ?? NOT_KNOWN, rank: step.level?.rank ?? 0, at }];
    const lane = step.team ?? NOT_KNOWN;
    return [{ lane, rank: -teams.indexOf(lane), at }];
  });
}
