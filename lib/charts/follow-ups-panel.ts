import type { FollowUpLedger, LedgerLine } from '../analysis/recurrence/follow-up-ledger.ts';
import type { Narrowing } from '../filters/filters.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount, formatCounted, formatFraction, formatPercent, formatShare } from './format.ts';
import { openIncidents } from './open-link.ts';
import { shareAxis } from './share-axis.ts';
import type { WhiskerChart } from './whisker-model.ts';

/** What a follow-up counts as, for whoever tells of them. */
export const FOLLOW_UPS =
  'What became of the follow-ups that were promised: kept where it was done on the day it was due or before, late where it was done after, broken where it is due by today and not done. Each promise counts, in the period and for the team of its incident; a link opens the distinct incidents. Not due yet and without a due date: left out, and counted. Fewer than ten: hollow.';

const DEFINITION = `${FOLLOW_UPS} A reason is one that was written down for being late or broken. Teams stand by name.`;

const FEW = 10;
const BEHIND: Narrowing = { measure: 'follow_up_kept_rate' };

/** The ledger of promised follow-ups: due, kept, late and broken, by team. */
export function followUpsPanel(
  { teams, all }: FollowUpLedger,
  { periodWords }: Pick<ChartContext, 'periodWords'>,
): Panel<WhiskerChart> {
  const { due, kept, late, broken, share, incidents } = all;
  const reasons = all.lateWithReason + all.brokenWithReason;
  const told =
    due === kept ? '' : ` ${formatFraction(reasons, late + broken)} late or broken ones carry a reason.`;
  return {
    id: 'followups',
    headline:
      share === null
        ? 'No promised follow-up is due yet'
        : `${formatFraction(kept, due)} follow-ups were kept (${formatShare(share)}), ${formatCount(late)} came late and ${formatCount(broken)} ${broken === 1 ? 'is' : 'are'} broken`,
    subtitle: `Follow-ups by team of their incident, ${periodWords}, n\u00a0${formatCount(due)} due on ${formatCounted(incidents, 'incident')}, share kept with its 95\u00a0% interval.${told} Left out: ${formatCount(all.notDueYet)} not due yet, ${formatCount(all.withoutDay)} without a due date.`,
    definition: { title: 'Follow-ups', text: DEFINITION, passage: 'counted' },
    picture: share === null ? null : toChart(teams, all, share),
    empty:
      share === null
        ? 'No follow-up of these incidents is due yet, so it cannot be told how many are kept.'
        : null,
    table: toTable(teams, all),
    open: followUpsOpen(all),
  };
}

/** The way to the incidents whose follow-ups are due. */
export function followUpsOpen({ due, kept, incidents }: Pick<LedgerLine, 'due' | 'kept' | 'incidents'>) {
  const { label, narrowing } = openIncidents(incidents, BEHIND);
  return {
    narrowing,
    label: `${label} with ${formatCounted(due, 'follow-up')}, ${formatCount(kept)} kept`,
  };
}

function toChart(teams: FollowUpLedger['teams'], all: LedgerLine, share: number): WhiskerChart {
  const axis = shareAxis([1]);
  return {
    kind: 'whiskers',
    rowLabel: 'Team',
    columns: [
      { label: 'Due', wide: true },
      { label: 'Kept', wide: false },
      { label: 'Late', wide: false },
      { label: 'Broken', wide: false },
    ],
    axis: { ticks: axis.ticks, reference: axis.placeOf(share) },
    valueLabel: 'Kept %',
    rows: teams.map((line) => ({
      id: line.term.id,
      label: line.term.label,
      figures: figuresOf(line),
      at: axis.placeOf(line.share ?? 0),
      low: axis.placeOf(line.interval?.[0] ?? 0),
      high: axis.placeOf(line.interval?.[1] ?? 1),
      few: line.due < FEW,
      value: line.share === null ? '' : formatPercent(line.share),
      open: openOf(line.term.id),
    })),
    total: { label: 'All', figures: figuresOf(all), value: formatPercent(share) },
  };
}

function figuresOf({ due, kept, late, broken }: LedgerLine): string[] {
  return [due, kept, late, broken].map(formatCount);
}

function toTable(teams: FollowUpLedger['teams'], all: LedgerLine): TwinTable {
  const cellsOf = (line: LedgerLine) => [
    line.due,
    line.kept,
    line.share,
    line.interval?.[0] ?? null,
    line.interval?.[1] ?? null,
    line.late,
    line.lateWithReason,
    line.broken,
    line.brokenWithReason,
    line.notDueYet,
    line.withoutDay,
    line.incidents,
  ];
  return {
    columns: [
      { id: 'team', label: 'Team', form: 'text' },
      { id: 'due', label: 'Due', form: 'count' },
      { id: 'kept', label: 'Kept', form: 'count' },
      { id: 'share', label: 'Share kept', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
      { id: 'late', label: 'Late', form: 'count' },
      { id: 'late-reason', label: 'Late, reason given', form: 'count' },
      { id: 'broken', label: 'Broken', form: 'count' },
      { id: 'broken-reason', label: 'Broken, reason given', form: 'count' },
      { id: 'not-due', label: 'Not due yet', form: 'count' },
      { id: 'no-day', label: 'No due date', form: 'count' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
    ],
    rows: teams.map((line) => ({ cells: [line.term.label, ...cellsOf(line)], open: openOf(line.term.id) })),
    total: all.share === null ? null : ['All', ...cellsOf(all)],
  };
}

function openOf(team: string): Narrowing {
  return { ...BEHIND, selections: [{ dimension: 'team', value: team }] };
}
