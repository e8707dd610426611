import type { SkillCell } from '../../analysis/skills/skill-cell.ts';
import type { SkillGaps, TechniqueRow } from '../../analysis/skills/skill-gaps.ts';
import { formatCounted, formatFraction, formatShare } from '../format.ts';
import { gainWords } from './gaps-words.ts';
import { cellOf, percent } from './matrix-cells.ts';
import type { MatrixFocus } from './matrix-model.ts';

/** What is said of the cell of a team and a technique; null where there is no such cell, or it may not be shown. */
export function gapFocus(
  { teams, groups }: SkillGaps,
  of: string | null,
  skill: string | null,
): MatrixFocus | null {
  const place = teams.findIndex(({ id }) => id === of);
  const row = groups.flatMap(({ rows }) => rows).find(({ technique }) => technique.id === skill);
  const [team, cell] = [teams[place], row?.cells[place]];
  if (!team || !row || !cell || cell.opportunities === 0) return null;
  return {
    column: team.id,
    row: row.technique.id,
    name: `${team.label}, ${row.technique.label.toLowerCase()}`,
    words: focusWords(cell, row),
    open: {
      label: openLabel(cell),
      narrowing: cellOf(row.technique.id, team.id),
    },
  };
}

/** Both counts, since a link opens incidents. */
export function openLabel({
  incidents,
  opportunities,
}: Pick<SkillCell, 'incidents' | 'opportunities'>): string {
  return `Open ${formatCounted(incidents, 'incident')} with ${formatCounted(opportunities, 'observation')}`;
}

function focusWords(cell: SkillCell, { all, standard, shared }: TechniqueRow): string[] {
  const { estimate, interval, effective, opportunities, gain, agentsAlike } = cell;
  const counted = `${formatFraction(effective, opportunities)} effective`;
  if (estimate === null || interval === null) return [counted, 'too few to tell a share'];
  return [
    `${percent(estimate)}\u00a0%, 95\u00a0% interval ${percent(interval[0])} to ${percent(interval[1])}`,
    `${counted}, ${formatShare(effective / opportunities)} as counted`,
    ...(standard === null ? [] : [`standard ${percent(standard)}\u00a0%`]),
    ...(all?.estimate == null ? [] : [`all teams ${percent(all.estimate)}\u00a0%`]),
    ...(shared
      ? ['low in every team: mend the process, not the people']
      : cell.marked && agentsAlike
        ? ['its agents are alike: mend the process, not the people']
        : []),
    ...(gain !== null && gain > 0 && !shared ? [`expected gain ${gainWords(gain)}`] : []),
  ];
}
