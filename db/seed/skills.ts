import type { Observation } from '@/lib/taxonomy/fixed-sets.ts';
import { followLeap } from './follow-leap.ts';
import { fractionOf, type Random } from './random.ts';
import { idleChangeTruth } from './stories/idle-change.ts';
import { trainingEffectTruth } from './stories/training-effect.ts';
import type { Odds } from './story.ts';
import { draw, weigh } from './weights.ts';

export interface Handled {
  technique: string;
  observation: Observation;
}

/** How often each technique has an opportunity. */
const OPPORTUNITIES = weigh({
  calm_tone: 9,
  clear_speech: 4,
  positive_language: 4,
  active_listening: 16,
  paraphrasing: 13,
  validating_feelings: 8,
  patience: 5,
  sincere_apology: 7,
  personalisation: 2,
  mirroring: 2,
  open_questions: 12,
  root_cause_probing: 6,
  offering_options: 6,
  small_steps: 2,
  setting_expectations: 6,
  confirming_agreement: 4,
  fair_compensation: 2,
  composure: 4,
  non_defensive: 4,
  seeking_support: 2,
  setting_boundaries: 2,
  safe_disengagement: 1,
  explaining_escalation: 3,
  documented_handoff: 3,
  feedback_loop: 3,
  following_up: 3,
  documenting: 2,
});

const PROCEDURE: readonly string[] = OPPORTUNITIES.values;

/**
 * Which techniques had an opportunity, and how the agent handled each.
 * @param whole decides which conversations go through all of LEAP, and leaves all else as it is
 */
export function drawHandled(
  who: { team: string; agent: string },
  odds: Odds,
  { random, whole }: { random: Random; whole: Random },
): Handled[] {
  const wanted = 1 + Math.floor((random.next() + random.next()) * 2.9);
  const techniques = new Set<string>();
  while (techniques.size < wanted) techniques.add(draw(OPPORTUNITIES, random));
  const goesByProcedure = random.chance(0.75);
  const handled = inOrder([...techniques], goesByProcedure, (technique) => technique).map((technique) => {
    const chance = skillOf(who.team, who.agent, technique) + (odds.effective[technique] ?? 0);
    return { technique, observation: drawObservation(chance, random) };
  });
  const told = TRAINED.has(who.team) ? handled : followLeap(handled, odds, whole);
  return inOrder(told, goesByProcedure, ({ technique }) => technique);
}

/** Whose techniques are looked at one by one, before and after: they are all as they were drawn. */
const TRAINED: ReadonlySet<string> = new Set([trainingEffectTruth.trained, idleChangeTruth.trained]);

/** Three in four go by the procedure, whose order is that of the opportunities. */
function inOrder<T>(handled: T[], goesByProcedure: boolean, techniqueOf: (one: T) => string): T[] {
  if (!goesByProcedure) return handled;
  const placeOf = (one: T) => PROCEDURE.indexOf(techniqueOf(one));
  return handled.sort((one, other) => placeOf(one) - placeOf(other));
}

function drawObservation(effective: number, random: Random): Observation {
  if (random.chance(effective)) return 'effective';
  return random.chance(0.58) ? 'partial' : 'missed';
}

/** Teams differ in a technique by up to 8 points either way, agents by up to 6. */
function skillOf(team: string, agent: string, technique: string): number {
  const ofTeam = (lasting(`${team}/${technique}`) - 0.5) * 0.16;
  return 0.62 + ofTeam + (lasting(agent) - 0.5) * 0.12;
}

const known = new Map<string, number>();

function lasting(name: string): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  const fraction = fractionOf(name);
  known.set(name, fraction);
  return fraction;
}
