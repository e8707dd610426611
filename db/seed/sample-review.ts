import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import type { Observation } from '@/lib/taxonomy/fixed-sets.ts';
import type { Random } from './random.ts';
import { draw, weigh } from './weights.ts';

/** A reviewer's reading of one incident. */
export interface SampleReview {
  reviewer: string;
  rootCause: string;
  severity: number;
  /** In instants. */
  startedAt: number;
  finishedAt: number;
  ratings: readonly { technique: string; observation: Observation }[];
  factors: readonly string[];
}

const SHARE_REVIEWED = 0.08;
const REVIEWERS = ['Sample reviewer A', 'Sample reviewer B', 'Sample reviewer C'] as const;
const MINUTE = 60_000;

const CAUSES_OF: Record<string, ReturnType<typeof weigh>> = {
  billing_error: weigh({ missed_step: 34, defect: 26, information_missing: 22, rework: 18 }),
  service_delay: weigh({ workload: 38, slow_handover: 34, unclear_ownership: 28 }),
  technical_issue: weigh({ defect: 46, outage: 30, confusing_design: 24 }),
  product_failure: weigh({ defect: 70, rework: 30 }),
  complex_process: weigh({ policy_too_strict: 30, unclear_ownership: 40, confusing_design: 30 }),
};
const OTHER_CAUSES = weigh({
  promise_wrong: 26,
  information_missing: 22,
  skill_gap: 18,
  policy_unclear: 14,
  authority_too_low: 12,
  conduct: 8,
});

/** Every twelfth or so is reviewed within ten days; reviewers mostly see a technique as the agent did. */
export function drawReview(draft: IncidentDraft, asOf: number, random: Random): SampleReview | null {
  if (!random.chance(SHARE_REVIEWED)) return null;
  const startedAt =
    draft.occurred.at + random.between(1, 10) * 1440 * MINUTE + random.between(0, 480) * MINUTE;
  const finishedAt = startedAt + random.between(6, 25) * MINUTE;
  if (finishedAt >= asOf) return null;
  const causes = CAUSES_OF[draft.trigger] ?? OTHER_CAUSES;
  const rootCause = draw(causes, random);
  const second = draw(causes, random);
  return {
    reviewer: random.pick(REVIEWERS),
    rootCause,
    severity: Math.min(
      5,
      Math.max(1, (draft.severity ?? 3) + (random.chance(0.2) ? random.pick([-1, 1]) : 0)),
    ),
    startedAt,
    finishedAt,
    ratings: draft.techniques.map(({ technique, observation }) => ({
      technique,
      observation: random.chance(0.82)
        ? observation
        : random.pick(['effective', 'partial', 'missed'] as const),
    })),
    factors: [...new Set(random.chance(0.4) ? [rootCause, second] : [rootCause])],
  };
}
