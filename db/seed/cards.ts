import type { Cue, CustomerState } from '@/lib/taxonomy/fixed-sets.ts';
import type { ScenarioWords } from '@/lib/training/scenario-forms.ts';
import type { SampleTrigger } from './triggers.ts';

/** An invented role-play card. */
export interface SampleCard extends ScenarioWords {
  trigger: SampleTrigger;
  customerState: CustomerState;
  cues: readonly Cue[];
  techniques: readonly string[];
}

export const LISTENING_CARDS: readonly SampleCard[] = [
  {
    title: 'A router that was promised twice',
    trigger: 'service_delay',
    customerState: 'angry',
    cues: ['raised_voice', 'impatience'],
    techniques: ['active_listening', 'paraphrasing', 'open_questions', 'setting_expectations'],
    situation:
      'The customer calls for the third time. A new router was promised for last week, then for Monday; it has not come. Nobody has called back.',
    hiddenFacts:
      'You work from home and had to send a colleague to an appointment in your place. You do not want money: you want one day that holds, and one person who keeps it.',
    listen:
      'Lets the customer finish, notes both promises, and says them back with their days before anything is offered.',
    empathise: 'Names what it meant: “You had planned your work around it, and it let you down twice.”',
    ask: 'Asks what matters most now, and by when it has to work. Does not ask for the address first.',
    produce:
      'Offers what can be done today, names one day that the depot has confirmed, and says who will call, and when, if it slips.',
  },
  {
    title: 'The tariff that changed by itself',
    trigger: 'miscommunication',
    customerState: 'confused',
    cues: ['rapid_speech', 'distress'],
    techniques: ['active_listening', 'paraphrasing', 'confirming_agreement'],
    situation:
      'The customer writes that the tariff went up without a word. The record shows a letter of eight weeks ago, and a call in which the change was “explained and understood”.',
    hiddenFacts:
      'You did get the letter and took it for advertising. In the call you said yes to everything, since you were at work. You are ashamed of both and will not say so unless asked kindly.',
    listen: 'Does not hold the letter against the customer. Hears out what they believe they agreed to.',
    empathise: '“Letters like these are easy to miss. Let us look at it together.”',
    ask: 'Asks what the customer uses it for, and what the bill should look like for it to be right.',
    produce:
      'Explains both tariffs in one sentence each, offers the choice, and has the customer say back what was agreed.',
  },
];
