import type { FollowUpLedger } from '../analysis/recurrence/follow-up-ledger.ts';
import type { FollowUpReasons, ReasonLine } from '../analysis/recurrence/follow-up-reasons.ts';
import { FOLLOW_UP_REASON_LABELS } from '../taxonomy/labels.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { FOLLOW_UPS, followUpsOpen } from './follow-ups-panel.ts';
import { formatCount, formatFraction, formatPercent, formatShare } from './format.ts';
import { shareAxis } from './share-axis.ts';
import type { WhiskerChart } from './whisker-model.ts';

const DEFINITION = `${FOLLOW_UPS} A reason is one that was written down for being late or broken; each has one. Shares are of all that came late or are broken, with Wilson’s range of 95 %.`;

/** The ledger of promised follow-ups by why those were missed that came late or are broken. */
export function followUpReasonsPanel(
  found: FollowUpReasons,
  { all }: Pick<FollowUpLedger, 'all'>,
  { periodWords }: Pick<ChartContext, 'periodWords'>,
): Panel<WhiskerChart> {
  const { missed, given } = found;
  return {
    id: 'followups',
    headline: headline(found, all.due),
    subtitle: `Follow-ups that came late or are broken by the reason given, ${periodWords}, n\u00a0${formatCount(missed)} of ${formatCount(all.due)} due, share with its 95\u00a0% interval. ${formatFraction(given, missed)} carry a reason. Left out: ${formatCount(all.kept)} kept, ${formatCount(all.notDueYet)} not due yet, ${formatCount(all.withoutDay)} without a due date.`,
    definition: { title: 'Why follow-ups are missed', text: DEFINITION, passage: 'survival' },
    picture: missed === 0 ? null : toChart(found),
    empty:
      missed > 0
        ? null
        : all.due === 0
          ? 'No follow-up of these incidents is due yet, so none can be missed.'
          : 'Every follow-up that was due was kept.',
    table: toTable(found),
    open: followUpsOpen(all),
  };
}

function headline({ reasons, missed, given }: FollowUpReasons, due: number): string {
  if (missed === 0)
    return due === 0 ? 'No promised follow-up is due yet' : 'No promised follow-up was missed';
  const [first] = reasons;
  if (given === 0 || !first) return `None of the ${formatCount(missed)} missed follow-ups carries a reason`;
  const share = formatShare(first.share);
  return `“${FOLLOW_UP_REASON_LABELS[first.reason]}” is the commonest reason for a missed follow-up: ${formatFraction(first.missed, missed)} (${share})`;
}

function toChart({ reasons, late, broken }: FollowUpReasons): WhiskerChart {
  const axis = shareAxis(reasons.map(({ interval }) => interval[1]));
  return {
    kind: 'whiskers',
    rowLabel: 'Reason',
    columns: [
      { label: 'Late', wide: false },
      { label: 'Broken', wide: false },
    ],
    axis: { ticks: axis.ticks, reference: null },
    valueLabel: 'Share %',
    rows: reasons.map((line) => ({
      id: line.reason,
      label: FOLLOW_UP_REASON_LABELS[line.reason],
      figures: [formatCount(line.late), formatCount(line.broken)],
      at: axis.placeOf(line.share),
      low: axis.placeOf(line.interval[0]),
      high: axis.placeOf(line.interval[1]),
      few: line.missed < FEW,
      value: formatPercent(line.share),
      open: null,
    })),
    total: { label: 'All', figures: [formatCount(late), formatCount(broken)], value: '100' },
  };
}

const FEW = 10;

function toTable({ reasons, late, broken, missed }: FollowUpReasons): TwinTable {
  const cellsOf = ({ reason, share, interval, ...line }: ReasonLine) => [
    FOLLOW_UP_REASON_LABELS[reason],
    line.late,
    line.broken,
    line.missed,
    share,
    ...interval,
  ];
  return {
    columns: [
      { id: 'reason', label: 'Reason', form: 'text' },
      { id: 'late', label: 'Late', form: 'count' },
      { id: 'broken', label: 'Broken', form: 'count' },
      { id: 'missed', label: 'Missed', form: 'count' },
      { id: 'share', label: 'Share', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
    ],
    rows: reasons.map((line) => ({ cells: cellsOf(line), open: null })),
    total: missed === 0 ? null : ['All', late, broken, missed, 1, null, null],
  };
}
