import type { AgentCell, AgentRow, AgentSkills } from '../../analysis/skills/agent-skills.ts';
import type { Narrowing } from '../../filters/filters.ts';
import type { Term } from '../../filters/vocabulary.ts';
import type { Panel, TwinTable } from '../chart-model.ts';
import { formatCount, formatCounted } from '../format.ts';
import { percent, toMatrixCell, toRange } from './matrix-cells.ts';
import type { MatrixRow, SkillMatrix } from './matrix-model.ts';

const DEFINITION =
  'How the people of one team handled each technique, by their numbers: nobody is ranked. A share is drawn towards those of the team’s people in the technique, the more the fewer opportunities there are; where the team has fewer than ten people, towards those of everybody in your teams; where they differ no more than chance, all have the share of the team. Credible intervals of 95 %. Blank under the minimum. The band is the share of the whole team with its Wilson interval; somebody is marked only where the whole own interval lies outside of it. Rows of a section or step together count observations, of which one incident may have several.';

export interface AgentsContext {
  team: Term;
  periodWords: string;
}

/** Techniques over the people of one team, against the band of the team. */
export function agentsPanel(skills: AgentSkills, context: AgentsContext): Panel<SkillMatrix> {
  const { agents, groups } = skills;
  const isEmpty = agents.length === 0 || groups.length === 0;
  const rows = groups.flatMap((group) => group.rows);
  const singles = rows.filter(({ whole }) => !whole);
  const opportunities = singles.reduce((sum, { band }) => sum + band.opportunities, 0);
  return {
    id: 'agents',
    headline: headline(skills, context),
    subtitle: `Share of opportunities handled effectively by agent, drawn towards the team, ${context.periodWords}; ${formatCounted(agents.length, 'agent')}, ${formatCounted(opportunities, 'opportunity', 'opportunities')}. By number, never by rank. The range is the team’s own of 95\u00a0%. Blank under ${formatCount(skills.minimum)} opportunities.`,
    definition: { title: 'Skills of a team’s people', text: DEFINITION, passage: 'skill-gaps' },
    picture: isEmpty ? null : toMatrix(skills, context),
    empty: isEmpty
      ? 'No observation of this team says whose it is, so nothing can be told of single people.'
      : null,
    table: toTable(skills, context),
    open: null,
  };
}

function headline({ agents, groups }: AgentSkills, { team }: AgentsContext): string {
  if (agents.length === 0) return `${team.label}: nothing can be told of single people`;
  const cells = groups.flatMap(({ rows }) => rows).flatMap((row) => row.cells);
  const below = cells.filter(({ outside }) => outside === 'below').length;
  const above = cells.filter(({ outside }) => outside === 'above').length;
  if (below + above === 0)
    return `${team.label}: no agent stands apart from the team, so train the team together or mend what stops it`;
  const parts = [
    ...(below > 0 ? [`${formatCounted(below, 'figure')} below`] : []),
    ...(above > 0 ? [`${formatCounted(above, 'figure')} above`] : []),
  ];
  return `${team.label}: ${parts.join(' and ')} the team’s band`;
}

function toMatrix({ agents, groups, minimum }: AgentSkills, context: AgentsContext): SkillMatrix {
  return {
    kind: 'matrix',
    columns: agents.map((agent) => ({ id: String(agent), label: `Agent ${agent}` })),
    groups: groups.map(({ id, label, rows }) => ({
      id,
      label,
      rows: rows.map((row) => toRow(row, agents, minimum, context)),
    })),
    rangeLabel: 'Team',
    ticks: [0, 0.5, 1].map((share) => ({ at: share, label: percent(share) })),
    gainLabel: null,
    foot: [],
    key: {
      below: 'Below the standard by, points',
      marked: 'below the team’s band',
      improved: 'above it',
      alike: null,
      minimum,
    },
    focus: null,
    peopleOf: context.team.code,
  };
}

function toRow(
  row: AgentRow,
  agents: readonly number[],
  minimum: number,
  { team }: AgentsContext,
): MatrixRow {
  return {
    id: row.id,
    label: row.label,
    strong: row.whole,
    cells: row.cells.map((cell, place) =>
      toMatrixCell(cell, {
        name: `Agent ${agents[place]}, ${row.label.toLowerCase()}`,
        standard: row.standard,
        minimum,
        mark: MARKS[cell.outside ?? 'within'],
        alike: false,
        open: agentCell(row, team, agents[place] ?? 0),
      }),
    ),
    range: toRange(row.band, row.standard),
    gain: null,
  };
}

const MARKS = { below: 'concern', above: 'improvement', within: 'dot' } as const;

function agentCell({ techniques }: AgentRow, team: Term, agent: number): Narrowing {
  return {
    selections: [
      ...techniques.map((value) => ({ dimension: 'technique' as const, value })),
      { dimension: 'team', value: team.id },
    ],
    agent,
  };
}

function toTable({ agents, groups }: AgentSkills, { team }: AgentsContext): TwinTable {
  return {
    columns: [
      { id: 'technique', label: 'Technique', form: 'text' },
      { id: 'agent', label: 'Agent', form: 'text' },
      { id: 'opportunities', label: 'Opportunities', form: 'count' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'effective', label: 'Effective', form: 'count' },
      { id: 'estimate', label: 'Estimate', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
      { id: 'bandLow', label: 'Team from', form: 'share' },
      { id: 'bandHigh', label: 'Team to', form: 'share' },
      { id: 'outside', label: 'Outside of the band', form: 'text' },
    ],
    rows: groups.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.cells.flatMap((cell, place) =>
          cell.opportunities === 0
            ? []
            : [
                {
                  cells: [row.label, String(agents[place]), ...figures(cell, row)],
                  open: agentCell(row, team, agents[place] ?? 0),
                },
              ],
        ),
      ),
    ),
    total: null,
  };
}

function figures(cell: AgentCell, { band }: AgentRow): (string | number | null)[] {
  const { opportunities, incidents, effective, estimate, interval, outside } = cell;
  return [
    opportunities,
    incidents,
    effective,
    estimate,
    interval?.[0] ?? null,
    interval?.[1] ?? null,
    band.interval?.[0] ?? null,
    band.interval?.[1] ?? null,
    outside ?? (estimate === null ? null : 'no'),
  ];
}
