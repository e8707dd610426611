import type { Term } from '../filters/vocabulary.ts';
import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';

/** An escalation path as the levels that it visits. */
export interface EscalationPath {
  levels: readonly Term[];
  /** Frontline alone, from beginning to end. */
  frontlineOnly: boolean;
  beginsAtFrontline: boolean;
}

const FRONTLINE_RANK = 1;

/**
 * The levels of a path, whose id is theirs joined by "~"; null for the unknown path. A level that the vocabulary no
 * longer has keeps its id as its name.
 */
export function toEscalationPath(path: Term, levels: readonly Term[]): EscalationPath | null {
  if (path.code === UNKNOWN_CODE) return null;
  const visited = path.id
    .split('~')
    .map((id) => levels.find((level) => level.id === id) ?? { code: -1, id, label: id, rank: 99 });
  const beginsAtFrontline = visited[0]?.rank === FRONTLINE_RANK;
  return { levels: visited, beginsAtFrontline, frontlineOnly: beginsAtFrontline && visited.length === 1 };
}

/** The order of the procedure: level by level, the lower first; a path before those that go on from it. */
export function comparePaths(levels: readonly Term[]): (one: Term, other: Term) => number {
  const ranks = (path: Term) =>
    (toEscalationPath(path, levels)?.levels ?? []).map(({ rank, code }) => rank * 1000 + code);
  return (one, other) => {
    const [first, second] = [ranks(one), ranks(other)];
    const at = first.findIndex((rank, index) => rank !== second[index]);
    if (at < 0) return first.length - second.length || one.code - other.code;
    return (first[at] ?? 0) - (second[at] ?? Number.NEGATIVE_INFINITY);
  };
}
