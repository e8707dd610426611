import type { Term } from '../../filters/vocabulary.ts';
import type { SkillTerm } from './skill-terms.ts';
import {
  type EasedRow,
  easedEffect,
  strataOf,
  type TestedEffect,
  testTogether,
} from './technique-effects.ts';

/** What goes with one technique: over all triggers, and in each of the commonest. */
export interface TechniqueEffects {
  technique: SkillTerm;
  all: TestedEffect;
  /** In the order of the columns. */
  byTrigger: readonly TestedEffect[];
}

export interface EffectGridFindings {
  triggers: readonly Term[];
  /** By the lower end of their range, those of which too little is known last. */
  rows: readonly TechniqueEffects[];
  /** Comparisons that were tested, and those of them with at most 5 % false findings. */
  tested: number;
  found: number;
}

/** With at most so many false findings among all, a comparison stands out. */
export const FALSE_FINDINGS = 0.05;

/**
 * Technique by trigger, customer states told apart: which handled effectively goes with more de-escalation. All
 * comparisons of the grid are tested together.
 * @param triggers those of the columns, as they are shown
 */
export function findEffects(
  rows: readonly EasedRow[],
  techniques: readonly SkillTerm[],
  triggers: readonly Term[],
): EffectGridFindings {
  const effects = techniques.flatMap(({ code }) => {
    const own = rows.filter((row) => row.technique === code);
    const ofTriggers = triggers.map((trigger) => own.filter((row) => row.trigger === trigger.code));
    return [own, ...ofTriggers].map((some) => easedEffect(strataOf(some)));
  });
  const tested = testTogether(effects);
  const width = triggers.length + 1;
  const found = techniques.flatMap((technique, place): TechniqueEffects[] => {
    const [all, ...byTrigger] = tested.slice(place * width, (place + 1) * width);
    return all && all.strata.length > 0 ? [{ technique, all, byTrigger }] : [];
  });
  return {
    triggers,
    rows: found.sort((one, other) => helpOf(other) - helpOf(one)),
    tested: tested.filter(({ p }) => p !== null).length,
    found: tested.filter(standsOut).length,
  };
}

export function standsOut({ q }: TestedEffect): boolean {
  return q !== null && q < FALSE_FINDINGS;
}

/** What is sure of it: the largest difference is mostly that of the fewest incidents. */
function helpOf({ all }: TechniqueEffects): number {
  if (!all.enough || !all.stratified) return Number.NEGATIVE_INFINITY;
  return all.stratified.differenceInterval?.[0] ?? all.stratified.difference;
}
