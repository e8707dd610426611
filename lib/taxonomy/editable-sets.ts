/**
 * The vocabularies that an organisation may rename, extend, merge and retire. These are the rows that a new
 * workspace starts from; afterwards the database holds the truth. Codes are what facts store and never change.
 */
export interface TermSeed {
  code: number;
  id: string;
  label: string;
  group?: string;
  /** Escalation rank for levels; otherwise the order of presentation. */
  rank: number;
  /** What the word means, for the definition beside it. */
  means?: string;
}

export const EDITABLE_SETS = [
  'trigger',
  'level',
  'technique',
  'root_cause',
  'channel',
  'journey_stage',
  'product',
] as const;
export type EditableSet = (typeof EDITABLE_SETS)[number];

/** Code 0 of every editable set is the value for "not known" (for triggers: unclassified). */
export const UNKNOWN_CODE = 0;

const numbered = (rows: [id: string, label: string, group?: string, means?: string][]): TermSeed[] =>
  rows.map(([id, label, group, means], index) => ({
    code: index + 1,
    id,
    label,
    rank: index + 1,
    ...(group ? { group } : {}),
    ...(means ? { means } : {}),
  }));

const unknown: TermSeed = { code: UNKNOWN_CODE, id: 'unknown', label: 'Not known', rank: 999 };

export const TRIGGERS: TermSeed[] = [
  ...numbered([
    ['billing_error', 'Billing error', 'money', 'a wrong charge, fee, refund or balance'],
    ['service_delay', 'Delay or long wait', 'service', 'late delivery, long queue, slow answer'],
    ['technical_issue', 'Technical issue', 'product', 'a system, site, app or line failed the customer'],
    [
      'unmet_expectation',
      'Unmet expectation',
      'expectation',
      'the service or product was not what the customer was led to expect',
    ],
    ['product_failure', 'Product failure', 'product', 'it broke, was wrong, or did not do its job'],
    ['complex_process', 'Complex process', 'service', 'too many steps, forms, hand-overs'],
    [
      'miscommunication',
      'Miscommunication',
      'communication',
      'staff and customer understood different things',
    ],
    [
      'recurring_complaint',
      'Recurring complaint',
      'recurrence',
      'the same issue came back after it had been closed',
    ],
    [
      'dispute_legal',
      'Dispute or legal matter',
      'other',
      'a contested decision, a threat of action, a regulator',
    ],
    [
      'unrealistic_expectation',
      'Unrealistic expectation',
      'expectation',
      'the demand could not have been met under any policy',
    ],
    [
      'cultural_language',
      'Culture or language barrier',
      'communication',
      'differing customs, or no common language',
    ],
    ['personality_clash', 'Personality clash', 'communication', 'communication styles collided'],
  ]),
  {
    code: UNKNOWN_CODE,
    id: 'unclassified',
    label: 'Unclassified',
    group: 'other',
    rank: 999,
    means: 'not yet mapped, or nothing fits',
  },
];

export const LEVELS: TermSeed[] = [
  { code: 1, id: 'frontline', label: 'Frontline', rank: 1 },
  { code: 2, id: 'supervisor', label: 'Supervisor', rank: 2 },
  { code: 3, id: 'technical', label: 'Technical', rank: 3, means: 'technical team, second line' },
  { code: 4, id: 'engineering', label: 'Engineering', rank: 4, means: 'third line' },
  { code: 5, id: 'management', label: 'Management', rank: 5 },
  { code: 6, id: 'legal', label: 'Legal', rank: 6 },
  { code: 7, id: 'security', label: 'Security', rank: 6 },
  { code: 8, id: 'law_enforcement', label: 'Law enforcement', rank: 6 },
  { ...unknown, rank: 0 },
];

export const TECHNIQUES: TermSeed[] = numbered([
  ['calm_tone', 'Calm tone', 'communication'],
  ['clear_speech', 'Clear speech', 'communication'],
  ['positive_language', 'Positive language', 'communication'],
  ['active_listening', 'Active listening', 'listening'],
  ['paraphrasing', 'Paraphrasing', 'listening'],
  ['open_questions', 'Open questions', 'listening'],
  ['validating_feelings', 'Validating feelings', 'empathy'],
  ['patience', 'Patience', 'empathy'],
  ['sincere_apology', 'Sincere apology', 'empathy'],
  ['personalisation', 'Personalisation', 'empathy'],
  ['mirroring', 'Mirroring', 'empathy'],
  ['root_cause_probing', 'Root cause probing', 'resolution'],
  ['offering_options', 'Offering options', 'resolution'],
  ['small_steps', 'Small steps', 'resolution'],
  ['setting_expectations', 'Setting expectations', 'resolution'],
  ['confirming_agreement', 'Confirming agreement', 'resolution'],
  ['fair_compensation', 'Fair compensation', 'resolution'],
  ['composure', 'Composure', 'professionalism'],
  ['non_defensive', 'Non-defensive', 'professionalism'],
  ['seeking_support', 'Seeking support', 'professionalism'],
  ['setting_boundaries', 'Setting boundaries', 'boundaries'],
  ['safe_disengagement', 'Safe disengagement', 'boundaries'],
  ['explaining_escalation', 'Explaining escalation', 'escalation'],
  ['documented_handoff', 'Documented handoff', 'escalation'],
  ['feedback_loop', 'Feedback loop', 'escalation'],
  ['following_up', 'Following up', 'afterwards'],
  ['documenting', 'Documenting', 'afterwards'],
]);

export const ROOT_CAUSES: TermSeed[] = [
  ...numbered([
    ['skill_gap', 'Skill gap', 'people'],
    ['workload', 'Workload or staffing', 'people'],
    ['conduct', 'Conduct or attitude', 'people'],
    ['unclear_ownership', 'Unclear ownership', 'process'],
    ['missed_step', 'Step missed', 'process'],
    ['slow_handover', 'Slow handover', 'process'],
    ['rework', 'Rework or repeat contact', 'process'],
    ['defect', 'Defect', 'product'],
    ['outage', 'Outage', 'product'],
    ['confusing_design', 'Confusing design', 'product'],
    ['policy_too_strict', 'Policy too strict', 'policy'],
    ['policy_unclear', 'Policy unclear', 'policy'],
    ['authority_too_low', 'Authority too low', 'policy'],
    ['environment', 'Environment or queue', 'place'],
    ['equipment', 'Equipment or tools', 'place'],
    ['access', 'Access or opening hours', 'place'],
    ['promise_wrong', 'Wrong promise or advertising', 'communication'],
    ['information_missing', 'Information missing', 'communication'],
    ['language', 'Language or wording', 'communication'],
  ]),
  unknown,
];

export const CHANNELS: TermSeed[] = [
  ...numbered([
    ['phone', 'Phone'],
    ['email', 'E-mail'],
    ['chat', 'Chat'],
    ['web', 'Web'],
    ['social', 'Social media'],
    ['in_person', 'In person'],
    ['post', 'Post'],
    ['referral', 'Referral'],
  ]),
  unknown,
];

export const JOURNEY_STAGES: TermSeed[] = [
  ...numbered([
    ['enquiry', 'Enquiry'],
    ['purchase', 'Purchase'],
    ['onboarding', 'Onboarding'],
    ['use', 'Use'],
    ['billing', 'Billing'],
    ['support', 'Support'],
    ['renewal', 'Renewal'],
    ['exit', 'Exit'],
  ]),
  unknown,
];

export const PRODUCTS: TermSeed[] = [unknown];

export const TERM_SEEDS: Record<EditableSet, TermSeed[]> = {
  trigger: TRIGGERS,
  level: LEVELS,
  technique: TECHNIQUES,
  root_cause: ROOT_CAUSES,
  channel: CHANNELS,
  journey_stage: JOURNEY_STAGES,
  product: PRODUCTS,
};
