import type { CustomerState } from '@/lib/taxonomy/fixed-sets.ts';
import type { TeamKind } from './organisation.ts';
import { type Weighted, weigh } from './weights.ts';

export type SampleTrigger =
  | 'billing_error'
  | 'service_delay'
  | 'technical_issue'
  | 'unmet_expectation'
  | 'product_failure'
  | 'complex_process'
  | 'miscommunication'
  | 'recurring_complaint'
  | 'dispute_legal'
  | 'unrealistic_expectation'
  | 'cultural_language'
  | 'personality_clash';

/** What sets incidents off, by the work of the team. */
export const TRIGGERS_OF: Record<TeamKind, Weighted<SampleTrigger>> = {
  billing: weigh({
    billing_error: 52,
    complex_process: 10,
    miscommunication: 8,
    service_delay: 7,
    unmet_expectation: 7,
    dispute_legal: 6,
    recurring_complaint: 5,
    unrealistic_expectation: 3,
    cultural_language: 1,
    personality_clash: 1,
  }),
  support: weigh({
    technical_issue: 41,
    product_failure: 18,
    service_delay: 13,
    complex_process: 8,
    recurring_complaint: 7,
    miscommunication: 5,
    unmet_expectation: 4,
    unrealistic_expectation: 2,
    cultural_language: 1,
    personality_clash: 1,
  }),
  orders: weigh({
    service_delay: 43,
    unmet_expectation: 15,
    product_failure: 12,
    complex_process: 11,
    miscommunication: 8,
    billing_error: 4,
    recurring_complaint: 4,
    unrealistic_expectation: 2,
    personality_clash: 1,
  }),
  renewals: weigh({
    unmet_expectation: 24,
    billing_error: 17,
    complex_process: 17,
    unrealistic_expectation: 12,
    dispute_legal: 12,
    miscommunication: 9,
    service_delay: 5,
    personality_clash: 2,
    cultural_language: 2,
  }),
  shop: weigh({
    product_failure: 23,
    unmet_expectation: 20,
    service_delay: 18,
    unrealistic_expectation: 11,
    personality_clash: 8,
    cultural_language: 7,
    miscommunication: 7,
    complex_process: 6,
  }),
  chat: weigh({
    technical_issue: 24,
    billing_error: 21,
    service_delay: 20,
    miscommunication: 12,
    complex_process: 10,
    unmet_expectation: 8,
    recurring_complaint: 5,
  }),
};

interface Nature {
  /** Added to the average severity of 2.4. */
  severity: number;
  /** How likely it goes beyond the frontline. */
  escalation: number;
  /** Where it goes first. */
  to: Weighted<'supervisor' | 'technical' | 'management'>;
  stage: Weighted<string>;
  states: Weighted<CustomerState>;
  /** How likely it ends well, beside the others. */
  settled: number;
  compensated: number;
}

const angry = weigh<CustomerState>({ angry: 46, demanding: 26, stressed: 18, confused: 7, abusive: 3 });
const puzzled = weigh<CustomerState>({ confused: 44, stressed: 24, demanding: 16, angry: 16 });
const pressing = weigh<CustomerState>({ demanding: 46, angry: 30, stressed: 14, abusive: 7, confused: 3 });
const worn = weigh<CustomerState>({ stressed: 42, angry: 34, demanding: 14, confused: 10 });

const upwards = weigh({ supervisor: 86, technical: 4, management: 10 });
const sideways = weigh({ technical: 72, supervisor: 28 });

export const NATURE_OF: Record<SampleTrigger, Nature> = {
  billing_error: nature(0.1, 0.34, upwards, { billing: 80, renewal: 12, use: 8 }, angry, 0.06, 0.22),
  service_delay: nature(-0.1, 0.28, upwards, { purchase: 40, support: 36, onboarding: 24 }, worn, 0.02, 0.16),
  technical_issue: nature(-0.1, 0.52, sideways, { use: 56, support: 32, onboarding: 12 }, worn, 0, 0.08),
  unmet_expectation: nature(
    0,
    0.3,
    upwards,
    { purchase: 44, onboarding: 28, renewal: 28 },
    angry,
    -0.06,
    0.12,
  ),
  product_failure: nature(0.1, 0.42, sideways, { use: 70, support: 20, onboarding: 10 }, angry, 0.02, 0.2),
  complex_process: nature(
    -0.3,
    0.26,
    upwards,
    { onboarding: 34, support: 28, exit: 22, renewal: 16 },
    puzzled,
    0.05,
    0.03,
  ),
  miscommunication: nature(
    -0.3,
    0.22,
    upwards,
    { support: 48, enquiry: 32, billing: 20 },
    puzzled,
    0.06,
    0.05,
  ),
  recurring_complaint: nature(0.5, 0.58, upwards, { support: 58, use: 30, billing: 12 }, angry, -0.1, 0.18),
  dispute_legal: nature(0.7, 0.7, upwards, { billing: 44, exit: 36, renewal: 20 }, pressing, -0.2, 0.06),
  unrealistic_expectation: nature(
    0.2,
    0.36,
    upwards,
    { enquiry: 34, purchase: 34, renewal: 32 },
    pressing,
    -0.18,
    0.02,
  ),
  cultural_language: nature(-0.4, 0.2, upwards, { enquiry: 46, support: 54 }, puzzled, 0.02, 0.02),
  personality_clash: nature(0.4, 0.44, upwards, { support: 70, purchase: 30 }, pressing, -0.12, 0.01),
};

function nature(
  severity: number,
  escalation: number,
  to: Nature['to'],
  stages: Record<string, number>,
  states: Nature['states'],
  settled: number,
  compensated: number,
): Nature {
  return { severity, escalation, to, stage: weigh(stages), states, settled, compensated };
}
