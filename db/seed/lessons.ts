import { LEAP_STEPS } from '@/lib/taxonomy/leap.ts';
import type { Handled } from './skills.ts';
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
  /** Whether an incident is one of them, by how its techniques were handled, in their order. */
  isEvidence(techniques: readonly Handled[]): boolean;
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
    isEvidence: (techniques) =>
      techniques.some(
        ({ technique, observation }) => technique === 'paraphrasing' && observation === 'effective',
      ),
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
    isEvidence: isLeapInOrder,
    sharedWeeksAgo: 8,
    asksAfterWeeks: 26,
  },
];

/** Each step handled effectively; listening before empathising, that before the last question and that before the last proposal. */
function isLeapInOrder(techniques: readonly Handled[]): boolean {
  const [listen = [], empathise = [], ask = [], produce = []] = LEAP_STEPS.map(({ techniques: ids }) =>
    techniques.flatMap(({ technique, observation }, place) =>
      observation === 'effective' && ids.some((id) => id === technique) ? [place] : [],
    ),
  );
  const isFull = [listen, empathise, ask, produce].every((places) => places.length > 0);
  return (
    isFull &&
    Math.min(...listen) < Math.min(...empathise) &&
    Math.min(...empathise) < Math.max(...ask) &&
    Math.max(...ask) < Math.max(...produce)
  );
}
