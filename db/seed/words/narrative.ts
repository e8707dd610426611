import type { Cue, CustomerState, Outcome } from '@/lib/taxonomy/fixed-sets.ts';
import type { Random } from '../random.ts';
import type { SampleTrigger } from '../triggers.ts';
import { MANNERS, SIGNS } from './behaviour.ts';
import { CLOSINGS } from './endings.ts';
import { HANDLING, WITHOUT_NOTES } from './handling.ts';
import { OPENINGS } from './openings.ts';

export interface Told {
  trigger: SampleTrigger;
  product: string;
  currency: string;
  state: CustomerState;
  cues: readonly Cue[];
  techniques: readonly string[];
  outcome: Outcome;
}

const FEWEST_WORDS = 50;
const MOST_WORDS = 70;

/** Tells an incident in 50 to 70 words: what set it off, what was to be seen, what was done and how it ended. */
export function tellStory(told: Told, random: Random): string {
  const first = fill(random.pick(OPENINGS[told.trigger]), told, random);
  const last = random.pick(CLOSINGS[told.outcome]);
  const enough = random.between(FEWEST_WORDS, MOST_WORDS - 6);
  let words = countWords(first) + countWords(last);
  const middle: string[] = [];
  for (const sentence of sentencesBetween(told, random)) {
    if (words >= enough) break;
    if (words + countWords(sentence) > MOST_WORDS) continue;
    middle.push(sentence);
    words += countWords(sentence);
  }
  return [first, ...middle, last].join(' ');
}

function* sentencesBetween({ state, cues, techniques }: Told, random: Random): Generator<string> {
  for (const cue of cues.slice(0, 2)) yield random.pick(SIGNS[cue]);
  if (cues.length === 0) yield random.pick(MANNERS[state]);
  for (const technique of techniques) {
    const said = HANDLING[technique];
    if (said) yield random.pick(said);
  }
  if (techniques.length === 0) yield random.pick(WITHOUT_NOTES);
  const from = random.between(0, SETTINGS.length - 1);
  for (let index = 0; index < SETTINGS.length; index++) {
    yield SETTINGS[(from + index) % SETTINGS.length] ?? '';
  }
}

/** Small circumstances that make an account long enough. */
const SETTINGS = [
  'The system was slow, which did not help.',
  'It was the last contact before my break, and the queue was long.',
  'An earlier note in the account said something else.',
  'A second person could be heard in the background all the time.',
  'The customer has been with us for eleven years and said so.',
  'I had to look up the rule, since it changed last month.',
  'Two earlier contacts this week were about the same matter.',
  'The reference on the letter belonged to another account.',
  'They had written everything down with dates and names.',
  'Nobody had told them about the message on our site.',
] as const;

function fill(text: string, { product, currency }: Told, random: Random): string {
  return text
    .replaceAll('{product}', product)
    .replaceAll('{days}', String(random.between(3, 26)))
    .replaceAll('{amount}', `${random.between(9, 240)} ${currency}`);
}

function countWords(text: string): number {
  let words = 1;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) === 32) words += 1;
  return words;
}

/** What was promised to a customer. */
export const PROMISES = [
  'Call back with the result',
  'Send the corrected bill',
  'Confirm the new date in writing',
  'Check that the repair has held',
  'Tell them what the other department decided',
  'Send the replacement and its tracking number',
] as const;
