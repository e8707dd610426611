/** Why somebody opens a sealed original. Ids go into the audit log: words of their own could name the person there. */
export const REVEAL_REASONS = [
  'contact_customer',
  'check_facts',
  'check_redaction',
  'safety',
  'legal_request',
  'request_of_person',
] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

export const REVEAL_REASON_LABELS: Record<RevealReason, string> = {
  contact_customer: 'To reach the customer',
  check_facts: 'To check what happened',
  check_redaction: 'To check what was taken out',
  safety: 'For somebody’s safety',
  legal_request: 'For a court or an authority',
  request_of_person: 'The person asks for their data',
};
