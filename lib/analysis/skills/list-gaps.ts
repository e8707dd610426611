import type { Term } from '../../filters/vocabulary.ts';
import type { SkillCell } from './skill-cell.ts';
import type { SkillGaps } from './skill-gaps.ts';
import type { SkillTerm } from './skill-terms.ts';

/** One technique in one team, with what there is to gain. */
export interface Gap {
  technique: SkillTerm;
  team: Term;
  cell: SkillCell;
  standard: number;
  /** As low in every team: a change of the process is wanted, not training. */
  process: boolean;
}

/** Every cell below its standard, the most to gain first: what a plan of training is made from. */
export function listGaps({ teams, groups }: SkillGaps): Gap[] {
  const seen = new Set<string>();
  return groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ technique, standard, cells, shared }) =>
      cells.flatMap((cell, place): Gap[] => {
        const team = teams[place];
        const key = `${technique.id} ${team?.id}`;
        if (!team || standard === null || !cell?.gap || seen.has(key)) return [];
        seen.add(key);
        return [{ technique, team, cell, standard, process: shared }];
      }),
    )
    .sort(
      (one, other) =>
        (other.cell.gain ?? 0) - (one.cell.gain ?? 0) ||
        (other.cell.handlings ?? 0) - (one.cell.handlings ?? 0),
    );
}
