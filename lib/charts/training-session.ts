import type { HandledDay } from '../analysis/training/find-effect.ts';
import type { LocalDate, Narrowing, Window } from '../filters/filters.ts';
import type { RuleSet } from '../statistics/rules.ts';

/** What a session is called on its charts, and by what its incidents are found. */
export interface SessionWords {
  sessionId: number;
  heldOn: LocalDate;
  /** "Listening first" */
  module: string;
  /** "Active listening, paraphrasing and open questions" */
  techniques: string;
  /** The ids of the teams that it is compared with; none: everybody else. */
  comparedTeams: readonly string[];
  rules: RuleSet;
}

/** The incidents of one side of a session in a window, among those with its techniques. */
export function sideNarrowing(
  { sessionId, comparedTeams }: SessionWords,
  side: HandledDay['side'],
  window: Window,
): Narrowing {
  if (side === 'trained') return { window, session: { session: sessionId, side } };
  return {
    window,
    session: { session: sessionId, side: 'others' },
    selections: comparedTeams.map((value) => ({ dimension: 'team', value })),
  };
}
