import type { EscalationReason } from '@/lib/taxonomy/fixed-sets.ts';
import type { Mood } from './mood.ts';
import type { Random } from './random.ts';
import type { Odds } from './story.ts';
import { NATURE_OF, type SampleTrigger } from './triggers.ts';
import { draw } from './weights.ts';

export type SampleLevel =
  | 'frontline'
  | 'supervisor'
  | 'technical'
  | 'engineering'
  | 'management'
  | 'legal'
  | 'security';

/** One stay of a case, in minutes after it occurred. */
export interface Stay {
  level: SampleLevel;
  afterMinutes: number;
  reason: EscalationReason;
}

export interface Course {
  stays: readonly Stay[];
  escalated: boolean;
  /** In minutes after it occurred. */
  closedAfter: number;
}

interface About {
  trigger: SampleTrigger;
  channel: string;
  mood: Mood;
  odds: Odds;
}

/** The way of a case through the levels and how long it took. */
export function drawCourse(about: About, random: Random): Course {
  const levels = drawLevels(about, random);
  const slowness = about.channel === 'email' || about.channel === 'social' ? 3 : 1;
  let minutes = 0;
  const stays = levels.map((level, index) => {
    const stay = { level, afterMinutes: minutes, reason: reasonOf(level, levels[index - 1], about, random) };
    minutes += Math.max(2, Math.round(MEDIAN_MINUTES[level] * slowness * Math.exp(random.normal() * 0.8)));
    return stay;
  });
  return { stays, closedAfter: minutes, escalated: levels.some((level) => level !== 'frontline') };
}

const MEDIAN_MINUTES: Record<SampleLevel, number> = {
  frontline: 50,
  supervisor: 420,
  technical: 1500,
  engineering: 4200,
  management: 2600,
  legal: 9000,
  security: 240,
};

function drawLevels(about: About, random: Random): SampleLevel[] {
  const { trigger, mood, odds } = about;
  const nature = NATURE_OF[trigger];
  const chance = (nature.escalation + (mood.severity - 2.5) * 0.07) * odds.escalation;
  const begin: SampleLevel[] =
    random.chance(0.05) && nature.to.values[0] === 'technical' ? [] : ['frontline'];
  // A second agent of the same level, or a call back.
  if (begin.length > 0 && random.chance(0.7)) begin.push('frontline');
  if (!random.chance(chance)) {
    while (random.chance(0.3)) begin.push('frontline');
    return begin.length > 0 ? begin : ['frontline'];
  }
  if (random.chance(odds.skipped))
    return [...begin, 'management', ...(random.chance(0.3) ? ['management' as const] : [])];
  const first: SampleLevel = mood.severity === 5 && random.chance(0.5) ? 'security' : draw(nature.to, random);
  return [...begin, ...onwards(first, trigger, random)];
}

/** From the first level beyond the frontline to where it ends; sometimes back again. */
function onwards(first: SampleLevel, trigger: SampleTrigger, random: Random): SampleLevel[] {
  const levels: SampleLevel[] = [first];
  if (random.chance(0.5)) levels.push(first);
  if (first === 'technical' && random.chance(0.3)) levels.push('engineering');
  if (first === 'supervisor' && random.chance(0.2))
    levels.push(trigger === 'technical_issue' ? 'technical' : 'management');
  if (trigger === 'dispute_legal' && random.chance(0.3)) levels.push('legal');
  if (random.chance(0.1)) levels.push('frontline');
  return levels;
}

function reasonOf(
  level: SampleLevel,
  before: SampleLevel | undefined,
  { trigger }: About,
  random: Random,
): EscalationReason {
  if (before === undefined || before === level || random.chance(0.08)) return 'unknown';
  if (level === 'technical' || level === 'engineering') return 'technical_expertise';
  if (level === 'security') return 'safety';
  if (level === 'legal' || trigger === 'dispute_legal') return 'legal_or_dispute';
  return random.chance(0.45) ? 'customer_request' : 'authority_exceeded';
}
