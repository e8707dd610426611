import { LEAP_STEPS } from '@/lib/taxonomy/leap.ts';
import type { Random } from './random.ts';
import type { Handled } from './skills.ts';
import type { Odds } from './story.ts';

/** Of the conversations long enough for it, how many have an opportunity for each step of LEAP. */
const WHOLE = 0.5;

/**
 * Lets some conversations go through all of LEAP: techniques of no step, or of one that is there twice, are told as one
 * of a step that is missing. How well they were handled, and so how it ended, stays as it was drawn; where a story
 * changes how well, its techniques stay what they are.
 */
export function followLeap(handled: readonly Handled[], odds: Odds, whole: Random): Handled[] {
  if (handled.length < LEAP_STEPS.length || !whole.chance(WHOLE)) return [...handled];
  let told = [...handled];
  for (const step of LEAP_STEPS) {
    if (told.some((one) => isOf(step, one))) continue;
    const spare = told.find((one) => isSpare(one, told, odds));
    const missing = step.techniques.filter((technique) => !(technique in odds.effective));
    if (!spare || missing.length === 0) continue;
    const technique = whole.pick(missing);
    told = told.map((one) => (one === spare ? { ...one, technique } : one));
  }
  return told;
}

type Step = (typeof LEAP_STEPS)[number];

const isOf = ({ techniques }: Step, { technique }: Handled) => techniques.some((one) => one === technique);

/** Without it no step is missing that is there with it. */
function isSpare(one: Handled, told: readonly Handled[], odds: Odds): boolean {
  if (one.technique in odds.effective) return false;
  return LEAP_STEPS.filter((step) => isOf(step, one)).every((step) =>
    told.some((other) => other !== one && isOf(step, other)),
  );
}
