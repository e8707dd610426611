import type { Cue, CustomerState } from '@/lib/taxonomy/fixed-sets.ts';
import type { Random } from './random.ts';
import { NATURE_OF, type SampleTrigger } from './triggers.ts';
import { draw, weigh } from './weights.ts';

/** How the customer came and what could be seen and heard of it. */
export interface Mood {
  state: CustomerState;
  cues: readonly Cue[];
  severity: number;
  intensityBefore: number;
}

export function drawMood(trigger: SampleTrigger, channel: string, random: Random): Mood {
  const nature = NATURE_OF[trigger];
  const state = draw(nature.states, random);
  const heat = nature.severity + (HEAT_OF[state] ?? 0);
  const severity = within(2.4 + heat + random.normal() * 0.9);
  const intensityBefore = within(2.2 + 0.45 * severity + random.normal() * 0.7);
  return { state, severity, intensityBefore, cues: drawCues(state, channel, random) };
}

const HEAT_OF: Record<CustomerState, number> = {
  unknown: 0,
  angry: 0.4,
  demanding: 0.1,
  confused: -0.7,
  stressed: -0.1,
  abusive: 1.6,
};

const CUES_OF: Record<CustomerState, ReturnType<typeof weigh<Cue>>> = {
  unknown: weigh<Cue>({ impatience: 1 }),
  angry: weigh<Cue>({ raised_voice: 34, anger: 30, sarcasm: 12, rapid_speech: 12, clenched_fists: 12 }),
  demanding: weigh<Cue>({ impatience: 40, sarcasm: 22, raised_voice: 16, crossed_arms: 22 }),
  confused: weigh<Cue>({ distress: 44, rapid_speech: 30, impatience: 26 }),
  stressed: weigh<Cue>({ distress: 36, rapid_speech: 34, impatience: 18, pacing: 12 }),
  abusive: weigh<Cue>({ raised_voice: 34, anger: 34, sarcasm: 14, clenched_fists: 18 }),
};

const SEEN: readonly Cue[] = ['crossed_arms', 'clenched_fists', 'pacing'];
const HEARD: readonly Cue[] = ['raised_voice', 'rapid_speech'];

/** Bodies are seen in person only, and voices are not heard in writing. */
function drawCues(state: CustomerState, channel: string, random: Random): Cue[] {
  const wanted = random.chance(0.5) ? 2 : random.chance(0.6) ? 3 : 1;
  const cues = new Set<Cue>();
  for (let attempt = 0; attempt < 8 && cues.size < wanted; attempt++) {
    const cue = draw(CUES_OF[state], random);
    if (SEEN.includes(cue) && channel !== 'in_person') continue;
    if (HEARD.includes(cue) && channel !== 'in_person' && channel !== 'phone') continue;
    cues.add(cue);
  }
  return [...cues];
}

const within = (value: number) => Math.min(5, Math.max(1, Math.round(value)));
