import type { SampleTrigger } from './triggers.ts';

/** An invented lesson; what speaks for it is counted in the sample itself. */
export interface SampleLesson {
  title: string;
  trigger: SampleTrigger;
  issue: string;
  resolution: string;
  techniques: readonly string[];
  /** The incidents that speak for it, as filters of an address, of the year before it was shared. */
  evidence: string;
  sharedWeeksAgo: number;
  /** The weeks after which it asks whether it is still true. */
  asksAfterWeeks: number;
}

/** One of them asks by now whether it is still true, one does not yet. */
export const SAMPLE_LESSONS: readonly SampleLesson[] = [
  {
    title: 'Say it back before offering anything',
    trigger: 'service_delay',
    issue:
      'The customer has waited for longer than was said, and tells it at length. Offers that come at once are turned down, and the story begins again.',
    resolution:
      'Say back what you have heard: “You took two days off for this, and nobody came. Is that right?” Ask what matters most now. Only then offer, with one day that holds.',
    techniques: ['paraphrasing'],
    evidence: 'technique=paraphrasing~effective',
    sharedWeeksAgo: 24,
    asksAfterWeeks: 20,
  },
  {
    title: 'All four steps of LEAP, one after the other',
    trigger: 'billing_error',
    issue:
      'A wrong bill is quickly mended, and the customer stays angry all the same: nobody has listened, so nobody is believed.',
    resolution:
      'Listen until the customer has ended, name the feeling, ask until you can say the problem in one sentence, and only then say what will be done and by when. The bill takes the same two minutes either way.',
    techniques: ['active_listening', 'validating_feelings', 'root_cause_probing', 'setting_expectations'],
    evidence: 'technique=leap~ordered',
    sharedWeeksAgo: 8,
    asksAfterWeeks: 26,
  },
];
