import type { OwnRow, OwnSkills } from '../../analysis/skills/own-skills.ts';
import type { Narrowing } from '../../filters/filters.ts';
import type { Panel, TwinTable } from '../chart-model.ts';
import { formatCount, formatCounted } from '../format.ts';
import { percent, toMatrixCell, toRange } from './matrix-cells.ts';
import type { MatrixCell, MatrixRow, SkillMatrix } from './matrix-model.ts';

const DEFINITION =
  'How you handled each technique where it had an opportunity: effectively, partly or not, by your own report, or by a reviewer’s where there is one. Your share is drawn towards the people of your team, the more the fewer opportunities there are; the range is a credible one of 95 %. Beside it stands the share of your whole team; it is left out where others in it are too few, so that nobody else can be told from it. Nobody is ranked, and nobody stands out by a few incidents.';

export interface OwnContext {
  /** The name of the person’s team; null where none is known. */
  team: string | null;
  periodWords: string;
  /** Own incidents with an observation. */
  incidents: number;
}

/** Somebody’s own skills, beside the whole team. */
export function ownPanel(skills: OwnSkills, context: OwnContext): Panel<SkillMatrix> {
  const { groups, minimum } = skills;
  const singles = groups.flatMap(({ rows }) => rows).filter(({ whole }) => !whole);
  const opportunities = singles.reduce((sum, { own }) => sum + own.opportunities, 0);
  const isEmpty = singles.length === 0;
  const team = context.team === null ? '' : ` Beside it ${context.team} as a whole.`;
  return {
    id: 'own',
    headline: headline(singles, context),
    subtitle: `Share of your opportunities handled effectively, ${context.periodWords}; ${formatCounted(opportunities, 'opportunity', 'opportunities')} in ${formatCounted(context.incidents, 'incident')}.${team} Blank under ${formatCount(minimum)} opportunities.`,
    definition: { title: 'Your skills', text: DEFINITION, passage: 'skill-gaps' },
    picture: isEmpty ? null : toMatrix(skills, context),
    empty: isEmpty
      ? 'None of your incidents in this period records how a technique was handled. It is recorded with an incident, or in a review of it.'
      : null,
    table: toTable(skills, context),
    open: isEmpty
      ? null
      : {
          label: `Open ${formatCounted(context.incidents, 'incident')} with ${formatCounted(opportunities, 'opportunity', 'opportunities')}`,
          narrowing: { apart: { dimension: 'technique', values: ['unknown'] } },
        },
  };
}

function headline(rows: readonly OwnRow[], { team }: OwnContext): string {
  if (rows.length === 0) return 'Nothing can be told of your skills in this period yet';
  const outside = rows.filter(({ own, band }) => marksOf(own.interval, band?.interval) === 'concern');
  const known = rows.filter(({ own }) => own.estimate !== null).length;
  if (known === 0) return 'Your skills have too few opportunities each to be told';
  const beside = team === null ? 'your team' : team;
  if (outside.length === 0)
    return `In none of ${formatCounted(known, 'technique')} do you stand below ${beside} beyond chance`;
  return `${outside.map(({ label }) => label).join(', ')}: below ${beside} by more than chance explains`;
}

function toMatrix({ groups, minimum }: OwnSkills, context: OwnContext): SkillMatrix {
  return {
    kind: 'matrix',
    columns: [
      { id: 'you', label: 'You' },
      { id: 'team', label: context.team ?? 'Your team' },
    ],
    groups: groups.map(({ id, label, rows }) => ({
      id,
      label,
      rows: rows.map((row) => toRow(row, minimum, context)),
    })),
    rangeLabel: 'You',
    ticks: [0, 0.5, 1].map((share) => ({ at: share, label: percent(share) })),
    gainLabel: null,
    foot: [],
    key: {
      below: 'Below the standard by, points',
      marked: 'your whole range below the team’s',
      improved: 'above it',
      alike: null,
      minimum,
    },
    focus: null,
  };
}

function toRow(row: OwnRow, minimum: number, { team }: OwnContext): MatrixRow {
  const { label, own, band, standard } = row;
  const common = { standard, minimum, alike: false };
  const name = label.toLowerCase();
  const you = toMatrixCell(own, {
    ...common,
    name: `You, ${name}`,
    mark: marksOf(own.interval, band?.interval),
    open: ownCell(row),
  });
  const beside = toMatrixCell(band, { ...common, name: `${team}, ${name}`, mark: 'dot', open: {} });
  return {
    id: row.id,
    label,
    strong: row.whole,
    cells: [you, { ...beside, open: null }],
    range: toRange(own, standard),
    gain: null,
  };
}

function marksOf(
  own: readonly [number, number] | null,
  band: readonly [number, number] | null | undefined,
): MatrixCell['mark'] {
  if (!own || !band) return 'dot';
  if (own[1] < band[0]) return 'concern';
  return own[0] > band[1] ? 'improvement' : 'dot';
}

function ownCell({ techniques }: OwnRow): Narrowing {
  return { selections: techniques.map((value) => ({ dimension: 'technique', value })) };
}

function toTable({ groups }: OwnSkills, { team }: OwnContext): TwinTable {
  return {
    columns: [
      { id: 'technique', label: 'Technique', form: 'text' },
      { id: 'opportunities', label: 'Opportunities', form: 'count' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'effective', label: 'Effective', form: 'count' },
      { id: 'estimate', label: 'You', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
      { id: 'team', label: team ?? 'Your team', form: 'share' },
      { id: 'teamLow', label: 'Team from', form: 'share' },
      { id: 'teamHigh', label: 'Team to', form: 'share' },
    ],
    rows: groups.flatMap(({ rows }) =>
      rows.map((row) => ({
        cells: [
          row.label,
          row.own.opportunities,
          row.own.incidents,
          row.own.effective,
          row.own.estimate,
          row.own.interval?.[0] ?? null,
          row.own.interval?.[1] ?? null,
          row.band?.estimate ?? null,
          row.band?.interval?.[0] ?? null,
          row.band?.interval?.[1] ?? null,
        ],
        open: ownCell(row),
      })),
    ),
    total: null,
  };
}
