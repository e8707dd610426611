import type { SkillCell } from '../../analysis/skills/skill-cell.ts';
import type { SkillGaps, TechniqueRow } from '../../analysis/skills/skill-gaps.ts';
import { formatCount, formatCounted, formatDecimal, formatList, formatRough } from '../format.ts';
import { inSentence } from '../sentence-words.ts';

/** What the matrix shows: what there is most to gain from, and what is as low everywhere. */
export function gapsHeadline({ groups, teams }: SkillGaps): string {
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return 'No technique has enough opportunities to be told';
  const shared = rows.filter((row) => row.shared);
  const [most] = rows
    .filter((row) => row.cells.some((cell) => cell?.marked))
    .sort((one, other) => (other.gain ?? 0) - (one.gain ?? 0));
  const everywhere =
    shared.length === 0
      ? ''
      : `${formatList(shared.slice(0, 3).map(({ technique }, place) => (place === 0 && !most ? technique.label : inSentence(technique.label))))} ${shared.length === 1 ? 'is' : 'are'} as low in every team: mend the process, not the people`;
  if (!most) return everywhere || 'No team stands below its standard by more than chance explains';
  const marked = most.cells.filter((cell) => cell?.marked).length;
  const where = `${formatCounted(marked, 'team')} of ${formatCount(teams.filter(({ code }) => code !== 0).length)}`;
  const first = `${most.technique.label} has the most to gain, in ${where}`;
  return everywhere ? `${first}; ${everywhere}` : first;
}

export interface GapsContext {
  periodWords: string;
  /** Incidents with an observation, by the code of the team. */
  observed: ReadonlyMap<number, number>;
  /** Incidents behind the filters, with and without. */
  shown: number;
  group: 'section' | 'leap';
  /** The ids of the team and technique that are looked at closely. */
  of: string | null;
  skill: string | null;
}

export function gapsSubtitle(gaps: SkillGaps, { periodWords, observed, shown }: GapsContext): string {
  const { total, leftOut, hidden, standardFrom, minimum } = gaps;
  const incidents = [...observed.values()].reduce((sum, each) => sum + each, 0);
  const counted = total
    ? `; ${formatCounted(total.incidents, 'opportunity', 'opportunities')} in ${formatCounted(incidents, 'incident')}, ${formatCount(shown - incidents)} without any recorded`
    : '';
  const standard =
    standardFrom === 'target' ? 'the standard' : 'the standard, the median of the teams in each technique';
  return [
    `Share of opportunities handled effectively, drawn towards all teams (beta-binomial), ${periodWords}${counted}.`,
    `Ordered by expected gain: incidents de-escalated more, if every team reached ${standard}, in as long a time.`,
    markedSentence(gaps),
    ...(leftOut > 0
      ? [`Left out: ${formatCounted(leftOut, 'technique')} under ${formatCount(minimum)} in every team.`]
      : []),
    ...(hidden > 0
      ? [`${formatCounted(hidden, 'figure')} of small groups ${hidden === 1 ? 'is' : 'are'} not shown.`]
      : []),
  ].join(' ');
}

/** "11 cells are marked, about 0.1 of them wrongly." */
function markedSentence({ groups }: SkillGaps): string {
  const marked = markedCells(groups.flatMap(({ rows }) => rows));
  if (marked.length === 0) return 'No cell is marked.';
  const wrong = marked.reduce((sum, { below }) => sum + 1 - (below ?? 1), 0);
  const told = wrong < 0.05 ? 'hardly one' : `about ${formatDecimal(wrong, 1)}`;
  return `${formatCounted(marked.length, 'cell')} ${marked.length === 1 ? 'is' : 'are'} marked, ${told} of them wrongly.`;
}

/** A technique of LEAP may stand in two of its steps, and counts once. */
function markedCells(rows: readonly TechniqueRow[]): SkillCell[] {
  const once = new Map(rows.map((row) => [row.technique.code, row]));
  return [...once.values()].flatMap(({ cells }) => cells.flatMap((cell) => (cell?.marked ? cell : [])));
}

/** "12", "0.4": what there is to gain. */
export function gainWords(gain: number): string {
  if (gain > 0 && gain < 0.05) return 'under 0.1';
  return gain === 0 ? '0' : formatRough(gain);
}
