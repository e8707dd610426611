import type { SharesOfTeams, TeamShares } from '../analysis/team-shares.ts';
import type { Narrowing } from '../filters/filters.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount, formatCounted, formatFraction } from './format.ts';
import { openIncidents } from './open-link.ts';
import { DIMENSION_WORDS, type ParetoSubject, weightWords } from './pareto-words.ts';
import { inSentence } from './sentence-words.ts';
import type { TeamBars } from './team-bars-model.ts';

const NAMED = 3;

/** How the commonest values make up the incidents of each team. */
export function teamBarsPanel(
  shares: SharesOfTeams,
  subject: ParetoSubject,
  { periodWords }: Pick<ChartContext, 'periodWords'>,
): Panel<TeamBars> {
  const { teams } = shares;
  const { one } = DIMENSION_WORDS[subject.dimension];
  const words = weightWords(subject);
  const isEmpty = teams.length === 0 || shares.values.length === 0;
  const counted = teams.reduce((sum, { incidents }) => sum + incidents, 0);
  return {
    id: subject.id,
    headline: headline(shares, subject),
    subtitle: subtitle(shares, subject, counted, periodWords),
    definition: {
      title: `By team and ${one}`,
      text: `Each team’s own incidents by ${one}, as shares of what the team has (${words.label.toLowerCase()}): the same bars in the same order for every team, on one axis. The tick in each row is the share of all teams together. Teams stand by name, never by a figure: a share says what a team deals with, not how well. Of a team with fewer than 5 incidents no share is told.`,
      passage: 'pareto',
    },
    picture: isEmpty ? null : toTeamBars(shares, subject),
    empty: isEmpty ? `No incidents with a ${one} in this period.` : null,
    table: toTable(shares, subject),
    open: counted === 0 ? null : openIncidents(counted, narrowing(subject, {})),
  };
}

function toTeamBars(shares: SharesOfTeams, subject: ParetoSubject): TeamBars {
  const { figure } = weightWords(subject);
  const { many, label } = DIMENSION_WORDS[subject.dimension];
  const rows = [
    ...shares.values.map(({ term, share }) => ({ id: term.id, label: term.label, share })),
    { id: 'others', label: `All other ${many}`, share: shares.rest },
  ];
  const told = shares.teams.filter(({ few }) => !few);
  const largest = Math.max(
    ...rows.map(({ share }) => share),
    ...told.flatMap((team) => team.shares.map(({ share }) => share)),
  );
  return {
    kind: 'team-bars',
    rowLabel: label,
    rows,
    most: Math.min(1, Math.ceil(largest * 10) / 10),
    teams: shares.teams.map((team) => ({
      id: team.term.id,
      label: team.term.label,
      figure: figure(team.count),
      incidents: team.incidents,
      open: narrowing(subject, { team: team.term.id }),
      bars: team.few
        ? null
        : team.shares.map(({ count, incidents, share }, index) => ({
            share,
            counted: `${figure(count)} of ${figure(team.count)}`,
            incidents,
            open: cellOf(shares, subject, team, index),
          })),
    })),
  };
}

function cellOf(
  { values }: SharesOfTeams,
  subject: ParetoSubject,
  { term }: TeamShares,
  index: number,
): Narrowing {
  const value = values[index]?.term.id;
  if (value !== undefined) return narrowing(subject, { value, team: term.id });
  const apart = { dimension: subject.dimension, values: values.map((each) => each.term.id) };
  return { ...narrowing(subject, { team: term.id }), apart };
}

function narrowing(subject: ParetoSubject, { value, team }: { value?: string; team?: string }): Narrowing {
  const { measure } = weightWords(subject);
  return {
    selections: [
      ...(value === undefined ? [] : [{ dimension: subject.dimension, value }]),
      ...(team === undefined ? [] : [{ dimension: 'team' as const, value: team }]),
    ],
    ...(measure ? { measure } : {}),
  };
}

/** Which value comes first in how many teams. */
function headline({ values, teams }: SharesOfTeams, subject: ParetoSubject): string {
  const { one } = DIMENSION_WORDS[subject.dimension];
  const told = teams.filter(({ few }) => !few);
  if (teams.length === 0) return 'No incidents of any team in this period';
  if (values.length === 0) return `No incident of any team has a ${one} yet`;
  if (told.length === 0)
    return `Too few to tell what any of ${formatCounted(teams.length, 'team')} deals with`;
  const leads = values
    .map(({ term }, index) => ({
      label: term.label,
      teams: told.filter((team) => leaderOf(team) === index).length,
    }))
    .filter((lead) => lead.teams > 0)
    .sort((one, other) => other.teams - one.teams);
  const [first, ...others] = leads;
  if (!first) return `In none of ${formatCounted(told.length, 'team')} does one ${one} stand out`;
  if (told.length === 1) return `${first.label} comes first in ${told[0]?.term.label}`;
  if (first.teams === told.length)
    return `${first.label} comes first in all ${formatCount(told.length)} teams`;
  const named = others
    .slice(0, NAMED - 1)
    .map(({ label, teams: n }) => `, ${inSentence(label)} in ${formatCount(n)}`);
  return `${first.label} comes first in ${formatFraction(first.teams, told.length)} teams${named.join('')}`;
}

/** The value with the largest share of a team, where one has most; the rest is no value. */
function leaderOf({ shares }: TeamShares): number | null {
  const counts = shares.slice(0, -1).map(({ count }) => count);
  const largest = Math.max(...counts);
  return largest > 0 && counts.filter((count) => count === largest).length === 1
    ? counts.indexOf(largest)
    : null;
}

function subtitle(
  { unshown, teams }: SharesOfTeams,
  subject: ParetoSubject,
  counted: number,
  periodWords: string,
): string {
  const { one } = DIMENSION_WORDS[subject.dimension];
  const few = teams.filter((team) => team.few).length;
  return [
    `Shares of each team’s own ${weightWords(subject).label.toLowerCase()} by ${one}, ${periodWords}, n\u00a0${formatCount(counted)}.`,
    'Teams by name; the tick is the share of all.',
    ...(few > 0 ? [`${formatCounted(few, 'team')} with too few.`] : []),
    ...(unshown > 0 ? [`${formatCounted(unshown, 'smaller team')} not shown.`] : []),
  ].join(' ');
}

function toTable({ values, teams }: SharesOfTeams, subject: ParetoSubject): TwinTable {
  const { many } = DIMENSION_WORDS[subject.dimension];
  const words = weightWords(subject);
  return {
    columns: [
      { id: 'team', label: 'Team', form: 'text' },
      { id: 'total', label: words.label, form: subject.weight === 'count' ? 'count' : 'decimal' },
      ...values.map(({ term }) => ({ id: term.id, label: term.label, form: 'share' as const })),
      { id: 'others', label: `All other ${many}`, form: 'share' },
    ],
    rows: teams.map((team) => ({
      cells: [team.term.label, team.count, ...team.shares.map(({ share }) => share)],
      open: narrowing(subject, { team: team.term.id }),
      ...(team.few ? { tooFew: [...values.map(({ term }) => term.id), 'others'] } : {}),
      cellOpens: [
        null,
        null,
        ...team.shares.map(({ incidents }, index) =>
          incidents === 0 || team.few
            ? null
            : cellOf({ values, teams, rest: 0, unshown: 0 }, subject, team, index),
        ),
      ],
    })),
    total: null,
  };
}
