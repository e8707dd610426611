import type { TeamExposure } from '../../analysis/skills/team-exposure.ts';
import type { Narrowing } from '../../filters/filters.ts';
import { shiftDays } from '../../filters/local-dates.ts';
import type { Panel, TwinRow, TwinTable } from '../chart-model.ts';
import { formatCount, formatCounted, formatDecimal, formatFraction } from '../format.ts';
import type { WhiskerChart } from '../whisker-model.ts';
import { rateAxis } from './rate-axis.ts';

const DEFINITION =
  'Severe incidents (severity 4, abuse or refusal to leave, and 5, threat or danger) per agent-week: one person in one week from Monday in which they handled at least one incident of any severity. It tells how much a team bears, not who is to blame; repeated exposure burns people out. Ranges are Byar’s, of 95 %, exact below ten. A person above the limit of the workspace in a week counts in that week of the team; who it was is not said. Teams stand by name. Left out: incidents that do not say who handled them.';

export interface ExposureContext {
  periodWords: string;
  limit: number;
  /** Small groups that are not shown to this viewer. */
  hidden: number;
}

/** How many severe incidents the people of each team bear, and how often somebody had more than the limit. */
export function exposurePanel(teams: readonly TeamExposure[], context: ExposureContext): Panel<WhiskerChart> {
  const { periodWords, limit, hidden } = context;
  const sum = (of: (team: TeamExposure) => number) => teams.reduce((all, team) => all + of(team), 0);
  const [severe, agentWeeks, above] = [
    sum((team) => team.severe),
    sum((team) => team.agentWeeks),
    sum((team) => team.above),
  ];
  const isEmpty = agentWeeks === 0;
  return {
    id: 'exposure',
    headline: headline(teams, above, limit),
    subtitle: `Severe incidents per agent-week by team, ${periodWords}, 95\u00a0% interval; ${formatCounted(severe, 'severe incident')} in ${formatCounted(agentWeeks, 'agent-week')}. Over: agent-weeks above the limit of ${formatCount(limit)}.${hidden > 0 ? ` ${formatCounted(hidden, 'small group')} not shown.` : ''}`,
    definition: { title: 'Staff exposure', text: DEFINITION, passage: 'staff-exposure' },
    picture: isEmpty ? null : toChart(teams, { severe, agentWeeks, above }),
    empty: isEmpty ? 'None of these incidents says who handled it, so no exposure can be told.' : null,
    table: toTable(teams),
    open: isEmpty
      ? null
      : {
          label: `Open ${formatCounted(
            sum((team) => team.incidents),
            'incident',
          )}, ${formatCount(severe)} severe`,
          narrowing: { measure: 'staff_exposure' },
        },
  };
}

function headline(teams: readonly TeamExposure[], above: number, limit: number): string {
  const over = teams.filter((team) => team.above > 0);
  if (teams.length === 0) return 'Staff exposure cannot be told';
  if (over.length === 0) return `Nobody had more than ${formatCounted(limit, 'severe incident')} in a week`;
  const times = above === 1 ? 'once' : `${formatCount(above)} times`;
  return `In ${formatFraction(over.length, teams.length)} teams somebody had more than ${formatCounted(limit, 'severe incident')} in a week, ${times} in all`;
}

function toChart(
  teams: readonly TeamExposure[],
  all: { severe: number; agentWeeks: number; above: number },
): WhiskerChart {
  const axis = rateAxis(teams.map(({ interval }) => interval[1]));
  return {
    kind: 'whiskers',
    rowLabel: 'Team',
    columns: [
      { label: 'Severe', wide: false },
      { label: 'Weeks', wide: true },
      { label: 'Over', wide: false },
    ],
    axis: { ticks: axis.ticks, reference: axis.placeOf(all.severe / all.agentWeeks) },
    valueLabel: 'A week',
    rows: teams.map((team) => ({
      id: team.term.id,
      label: team.term.label,
      figures: [formatCount(team.severe), formatCount(team.agentWeeks), formatCount(team.above)],
      at: axis.placeOf(team.rate),
      low: axis.placeOf(team.interval[0]),
      high: axis.placeOf(team.interval[1]),
      few: team.agentWeeks < FEW,
      value: formatDecimal(team.rate, 2),
      open: ofTeam(team),
    })),
    total: {
      label: 'All',
      figures: [formatCount(all.severe), formatCount(all.agentWeeks), formatCount(all.above)],
      value: formatDecimal(all.severe / all.agentWeeks, 2),
    },
  };
}

const FEW = 10;

function ofTeam({ term }: TeamExposure): Narrowing {
  return { measure: 'staff_exposure', selections: [{ dimension: 'team', value: term.id }] };
}

/** Each team, and below it the weeks in which somebody was above the limit. */
function toTable(teams: readonly TeamExposure[]): TwinTable {
  return {
    columns: [
      { id: 'team', label: 'Team', form: 'text' },
      { id: 'week', label: 'Week above the limit', form: 'date' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'severe', label: 'Severe', form: 'count' },
      { id: 'agent_weeks', label: 'Agent-weeks', form: 'count' },
      { id: 'rate', label: 'Per agent-week', form: 'hundredths' },
      { id: 'low', label: '95\u00a0% from', form: 'hundredths' },
      { id: 'high', label: '95\u00a0% to', form: 'hundredths' },
      { id: 'above', label: 'Agents above the limit', form: 'count' },
    ],
    rows: teams.flatMap((team) => [
      {
        cells: [
          team.term.label,
          null,
          team.incidents,
          team.severe,
          team.agentWeeks,
          team.rate,
          ...team.interval,
          team.above,
        ],
        open: ofTeam(team),
      },
      ...(team.weeks ?? []).map(
        ({ start, severe, agents, incidents }): TwinRow => ({
          cells: [team.term.label, start, incidents, severe, null, null, null, null, agents],
          open: { ...ofTeam(team), window: { from: start, until: shiftDays(start, 7) } },
        }),
      ),
    ]),
    total: null,
  };
}
