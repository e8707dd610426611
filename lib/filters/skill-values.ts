import { OBSERVATIONS, type Observation, toCode } from '../taxonomy/fixed-sets.ts';
import { OBSERVATION_LABELS } from '../taxonomy/labels.ts';
import { LEAP_DONE, type LeapDone } from '../taxonomy/leap.ts';
import type { Term } from './vocabulary.ts';

/** How a technique was handled, behind its id: `paraphrasing~missed`. */
const SEPARATOR = '~';
const STEP = OBSERVATIONS.length + 1;

/** The id of a technique as a filter: any observation of it, or only those that were handled so. */
export function skillValue(technique: string, observation?: Observation): string {
  return observation === undefined ? technique : `${technique}${SEPARATOR}${observation}`;
}

/** Every value that the filter by technique can have: each technique, each way in which it was handled, and none at all. */
export function skillTerms(techniques: readonly Term[]): Term[] {
  const known = techniques.flatMap((technique) => [
    { ...technique, code: skillCode(technique.code, null) },
    ...OBSERVATIONS.map((observation) => ({
      ...technique,
      code: skillCode(technique.code, toCode(OBSERVATIONS, observation)),
      id: skillValue(technique.id, observation),
      ...(technique.mergedInto ? { mergedInto: skillValue(technique.mergedInto, observation) } : {}),
      label: `${technique.label}, ${OBSERVATION_LABELS[observation].toLowerCase()}`,
    })),
  ]);
  const rank = 1 + Math.max(0, ...techniques.map((technique) => technique.rank));
  const leap = LEAP_DONE.map((done) => ({
    code: leapCode(done),
    id: leapValue(done),
    label: LEAP_LABELS[done],
    rank,
  }));
  return [...known, ...leap, { code: 0, id: 'unknown', label: 'No technique recorded', rank }];
}

/** The id of how LEAP was done, as a filter. */
export function leapValue(done: LeapDone): string {
  return `leap${SEPARATOR}${done}`;
}

/** Below 0, so that it is no technique. */
function leapCode(done: LeapDone): number {
  return -1 - LEAP_DONE.indexOf(done);
}

/** The place in LEAP_DONE; null of a technique. */
export function readLeapCode(code: number): number | null {
  return code < 0 ? -1 - code : null;
}

const LEAP_LABELS: Record<LeapDone, string> = {
  ordered: 'LEAP in full and in order',
  unordered: 'LEAP in full, in another order',
  unsure: 'LEAP in full, order not recorded',
  part: 'LEAP not in full',
};

/** The code of a value in the figures. */
export function skillCode(technique: number, observation: number | null): number {
  return technique * STEP + (observation === null ? 0 : 1 + observation);
}

/** What the code of a value stands for; technique 0 where none was recorded, observation null where any will do. */
export function readSkillCode(code: number): { technique: number; observation: number | null } {
  const handled = code % STEP;
  return { technique: (code - handled) / STEP, observation: handled === 0 ? null : handled - 1 };
}
