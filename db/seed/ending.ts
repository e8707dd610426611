import type { Outcome } from '@/lib/taxonomy/fixed-sets.ts';
import type { Course } from './course.ts';
import type { Mood } from './mood.ts';
import type { Random } from './random.ts';
import type { Handled } from './skills.ts';
import { NATURE_OF, type SampleTrigger } from './triggers.ts';

export interface Ending {
  outcome: Outcome;
  intensityAfter: number;
  /** In the currency's smallest unit. */
  compensation: number | null;
  csat: number | null;
}

/** How it ended: calmer where the agent did well, better where it got calmer. */
export function drawEnding(
  about: {
    trigger: SampleTrigger;
    mood: Mood;
    course: Course;
    handled: readonly Handled[];
    outcome: Outcome | undefined;
  },
  random: Random,
): Ending {
  const { trigger, mood, handled } = about;
  const effective = handled.filter(({ observation }) => observation === 'effective').length;
  const skill = handled.length === 0 ? 0.5 : effective / handled.length;
  const calmed = random.chance(0.34 + 0.52 * skill - 0.05 * (mood.severity - 2.5));
  const by = calmed ? (random.chance(0.4) ? 2 : 1) : random.chance(0.22) ? -1 : 0;
  const intensityAfter = Math.min(5, Math.max(1, mood.intensityBefore - by));
  const outcome = about.outcome ?? drawOutcome(trigger, { ...about, calmed }, random);
  return {
    outcome,
    intensityAfter,
    compensation: outcome === 'resolved_with_compensation' ? 100 * random.pick(AMOUNTS) : null,
    csat: random.chance(0.36) ? drawCsat(outcome, calmed, random) : null,
  };
}

const AMOUNTS = [5, 10, 10, 10, 15, 15, 20, 20, 25, 25, 30, 40, 50, 75, 100, 150];

function drawOutcome(
  trigger: SampleTrigger,
  { calmed, course, mood }: { calmed: boolean; course: Course; mood: Mood },
  random: Random,
): Outcome {
  const nature = NATURE_OF[trigger];
  if (mood.severity >= 4 && random.chance(0.12)) return 'disengaged_safely';
  if (random.chance(0.05)) return 'follow_up_pending';
  const settled = 0.7 + nature.settled + (calmed ? 0.13 : -0.13) - (course.escalated ? 0.05 : 0);
  if (random.chance(settled))
    return random.chance(nature.compensated) ? 'resolved_with_compensation' : 'resolved';
  return random.chance(0.26) ? 'customer_lost' : 'unresolved';
}

const MEAN_CSAT: Partial<Record<Outcome, number>> = {
  resolved: 3.9,
  resolved_with_compensation: 4,
  unresolved: 2,
  customer_lost: 1.4,
};

function drawCsat(outcome: Outcome, calmed: boolean, random: Random): number {
  const mean = (MEAN_CSAT[outcome] ?? 2.8) + (calmed ? 0.3 : -0.4);
  return Math.min(5, Math.max(1, Math.round(mean + random.normal() * 0.9)));
}
