import type { MadeIncident } from './incident-factory.ts';

/**
 * Six incidents small enough to sum by hand: a leap day, a week without any (4 to 10 March 2024), a date without a
 * time, a tie of triggers, unknown values, a bounce, and a case that began beyond frontline.
 */
export const SMALL_RECORD: readonly MadeIncident[] = [
  {
    at: '2024-02-26T09:30',
    trigger: 'billing_error',
    outcome: 'resolved',
    path: ['frontline'],
    minutesToClose: 60,
  },
  {
    at: '2024-02-28T09:00',
    trigger: 'billing_error',
    outcome: 'unresolved',
    path: ['frontline', 'supervisor'],
  },
  {
    at: '2024-02-29T23:59',
    trigger: 'service_delay',
    outcome: 'resolved_with_compensation',
    path: ['frontline', 'technical', 'frontline'],
    minutesToClose: 180,
  },
  { at: '2024-03-11' },
  {
    at: '2024-03-17T02:30',
    trigger: 'service_delay',
    outcome: 'follow_up_pending',
    path: ['technical'],
    minutesToClose: 120,
    intensity: [4, 2],
  },
  { at: '2024-03-17T02:45', trigger: 'technical_issue', outcome: 'customer_lost', intensity: [3, 3] },
];
