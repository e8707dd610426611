import type { Cue, CustomerState } from '@/lib/taxonomy/fixed-sets.ts';

/** What could be heard, read or seen, by cue. */
export const SIGNS: Record<Cue, readonly string[]> = {
  raised_voice: [
    'The voice rose with each sentence until others turned their heads.',
    'They were shouting before I had given my name.',
    'Loud from the start, and louder when I asked for the account number.',
  ],
  rapid_speech: [
    'They spoke so fast that I had to ask for the reference three times.',
    'Sentences ran into each other without a breath between them.',
    'It all came out at once, two years of history in a minute.',
  ],
  sarcasm: [
    'Every answer of mine was met with "how wonderful".',
    'Thanked me for "the world-class service", twice.',
    'They asked drily whether we also sell things that work.',
  ],
  crossed_arms: [
    'Stood with arms crossed in front of the desk and would not sit down.',
    'Arms folded, eyes on the door, they waited for me to give in.',
  ],
  clenched_fists: [
    'Fists were clenched on the counter, knuckles white.',
    'One hand closed round the box until the cardboard gave way.',
  ],
  pacing: [
    'They walked up and down between the shelves while we talked.',
    'Could not stand still, went to the window and back.',
  ],
  anger: [
    'The anger was about being ignored more than about the matter itself.',
    'There was real fury in it, though never against me as a person.',
    'They said that they had never been so angry with a company.',
  ],
  impatience: [
    'They interrupted each question with "just tell me when".',
    'Asked four times how much longer this would take.',
    'Every pause was filled with "and?".',
  ],
  distress: [
    'Close to tears when it came to what it means for the family.',
    'They apologised for being upset and then could not go on for a while.',
    'There was more worry than anger in it, with an ill parent at home.',
  ],
};

/** The same where no cue was noted. */
export const MANNERS: Record<CustomerState, readonly string[]> = {
  unknown: ['Tone was matter-of-fact for most of it.', 'Nothing in the manner stood out.'],
  angry: ['Plainly angry, and said so.', 'Angry in the beginning, in short sentences.'],
  demanding: [
    'They named what they wanted in a list and would not move from it.',
    'Insisted on an answer on the spot.',
  ],
  confused: [
    'It took a while until we meant the same bill.',
    'They were unsure whom they had spoken to before.',
  ],
  stressed: [
    'They were between two appointments and under visible strain.',
    'Sounded worn out by the matter.',
  ],
  abusive: ['Insults came from the second sentence on.', 'Called me names that I shall not repeat here.'],
};
