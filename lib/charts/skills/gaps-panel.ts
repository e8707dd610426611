import type { SkillGaps, TechniqueRow } from '../../analysis/skills/skill-gaps.ts';
import type { Narrowing } from '../../filters/filters.ts';
import type { Panel } from '../chart-model.ts';
import { formatCount, formatCounted } from '../format.ts';
import { gapFocus } from './gap-focus.ts';
import { gapsTable } from './gaps-table.ts';
import { type GapsContext, gainWords, gapsHeadline, gapsSubtitle } from './gaps-words.ts';
import { cellOf, percent, toMatrixCell, toRange } from './matrix-cells.ts';
import type { MatrixRow, SkillMatrix } from './matrix-model.ts';

const DEFINITION =
  'A technique had an opportunity where it was observed: handled effectively, partly, or missed; a reviewer’s word stands in place of the agent’s own. The share that was handled effectively is drawn towards those of all teams in the technique, the more the fewer opportunities there are (beta-binomial distribution; where there are fewer than ten teams, towards all teams in all techniques; where teams differ no more than chance, all have the share of all). Ranges are credible ones of 95 %. The standard is that of the workspace, or the median of the teams in each technique. A cell is marked where the share lies below its standard with a probability of at least 95 %. Expected gain = gap × opportunities × effect: points below the standard, times the opportunities there will be in as long a time, times the incidents de-escalated more for each opportunity that is handled effectively (stratified by trigger and customer state, drawn towards the mean of all techniques; an association, not a proof). A bar at the foot: at least three people of the team have enough opportunities, and do not differ by more than chance explains (Tarone’s test). Teams stand by name and have no total score.';

/** Which team needs which technique. */
export function gapsPanel(gaps: SkillGaps, context: GapsContext): Panel<SkillMatrix> {
  const { total, groups } = gaps;
  const incidents = [...context.observed.values()].reduce((sum, each) => sum + each, 0);
  const isEmpty = groups.length === 0;
  return {
    id: 'gaps',
    headline: gapsHeadline(gaps),
    subtitle: gapsSubtitle(gaps, context),
    definition: { title: 'Skill gaps', text: DEFINITION, passage: 'skill-gaps' },
    picture: isEmpty ? null : toMatrix(gaps, context),
    empty: isEmpty ? emptyWords(gaps, incidents) : null,
    table: gapsTable(gaps),
    open: total && {
      label: `Open ${formatCounted(incidents, 'incident')} with ${formatCounted(total.incidents, 'opportunity', 'opportunities')}`,
      narrowing: OBSERVED,
    },
  };
}

const OBSERVED: Narrowing = { apart: { dimension: 'technique', values: ['unknown'] } };

function emptyWords({ minimum, hidden }: SkillGaps, incidents: number): string {
  if (incidents === 0)
    return 'None of these incidents records how a technique was handled. Observations come with an import, or with reviews.';
  if (hidden > 0) return 'Every figure here is of a small group, and is not shown.';
  return `No technique has ${formatCount(minimum)} opportunities or more in any team.`;
}

function toMatrix(gaps: SkillGaps, { observed, of, skill }: GapsContext): SkillMatrix {
  const { teams, total, groups, standardFrom, minimum } = gaps;
  const most = Math.max(...groups.flatMap(({ rows }) => rows.map(({ gain }) => gain ?? 0)));
  return {
    kind: 'matrix',
    columns: teams.map(({ id, label }) => ({ id, label })),
    groups: groups.map(({ id, label, rows }) => ({
      id,
      label,
      rows: rows.map((row) => toRow(row, gaps, most)),
    })),
    rangeLabel: 'All teams',
    ticks: [0, 0.5, 1].map((share) => ({ at: share, label: percent(share) })),
    gainLabel: 'Expected gain, de-escalated more',
    foot: total ? toFoot(gaps, total, observed) : [],
    key: {
      below:
        standardFrom === 'target'
          ? 'Below the standard by, points'
          : 'Below the median of the teams by, points',
      marked: 'below the standard with 95\u00a0% probability',
      improved: null,
      alike: 'the team’s agents are alike: mend the process, not the people',
      minimum,
    },
    focus: gapFocus(gaps, of, skill),
  };
}

/** What there is of each team in all. */
function toFoot(
  { teams, sums }: SkillGaps,
  total: NonNullable<SkillGaps['total']>,
  observed: GapsContext['observed'],
): SkillMatrix['foot'] {
  const figures = (label: string, of: 'incidents' | 'agents') => ({
    label,
    cells: sums.map((sum) => ({ words: sum ? formatCount(sum[of]) : '', open: null })),
    sum: formatCount(total[of]),
  });
  const incidents = teams.map(({ id, code }) => ({
    words: formatCount(observed.get(code) ?? 0),
    open: { ...OBSERVED, selections: [{ dimension: 'team' as const, value: id }] },
  }));
  const all = [...observed.values()].reduce((sum, each) => sum + each, 0);
  return [
    figures('Opportunities', 'incidents'),
    { label: 'Incidents', cells: incidents, sum: formatCount(all) },
    figures('Agents', 'agents'),
  ];
}

function toRow(row: TechniqueRow, { teams, minimum }: SkillGaps, most: number): MatrixRow {
  const { technique, standard, cells, all, shared, gain } = row;
  return {
    id: technique.id,
    label: technique.label,
    strong: false,
    cells: cells.map((cell, place) =>
      toMatrixCell(cell, {
        name: `${teams[place]?.label}, ${technique.label.toLowerCase()}`,
        standard,
        minimum,
        mark: cell?.marked ? 'concern' : 'dot',
        alike: Boolean(cell?.marked && cell.agentsAlike),
        open: cellOf(technique.id, teams[place]?.id ?? ''),
      }),
    ),
    range: toRange(all, standard),
    gain: shared
      ? { words: 'mend the process', bar: null }
      : gain === null
        ? null
        : { words: gainWords(gain), bar: most === 0 ? 0 : gain / most },
  };
}
