/** A level by its code and rank. Code 0 is "not known". */
export interface RankedLevel {
  code: number;
  rank: number;
}

export interface DerivedPath {
  /** The codes in order, unknown ones skipped and equal neighbours collapsed. Empty: the path is not known. */
  levels: number[];
  /** The level of the highest rank, of equals the one reached first; 0 when the path is not known. */
  levelReached: number;
  levelRank: number;
  /** Beyond the first rank, also when it began there. Null when the path is not known. */
  escalated: boolean | null;
  /** A level came again after another. */
  bounced: boolean | null;
}

/** What the levels of a case's steps, in order, amount to. */
export function derivePath(steps: readonly RankedLevel[]): DerivedPath {
  const known = steps.filter((level) => level.code !== 0);
  const levels = collapse(known.map((level) => level.code));
  if (levels.length === 0) {
    return { levels, levelReached: 0, levelRank: 0, escalated: null, bounced: null };
  }
  const reached = known.reduce((top, level) => (level.rank > top.rank ? level : top));
  return {
    levels,
    levelReached: reached.code,
    levelRank: reached.rank,
    escalated: reached.rank > 1,
    bounced: new Set(levels).size < levels.length,
  };
}

/** How often a case passed from one team to another: the second path, unknown teams skipped. */
export function countTeamChanges(teams: readonly (string | number | null)[]): number {
  const chain = collapse(teams.filter((team) => team !== null));
  return Math.max(0, chain.length - 1);
}

function collapse<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => index === 0 || value !== values[index - 1]);
}
