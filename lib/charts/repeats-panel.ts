import type { Repeats, RepeatTrigger } from '../analysis/recurrence/find-repeats.ts';
import type { RepeatHorizon } from '../analysis/recurrence/promise-states.ts';
import type { Narrowing, Window } from '../filters/filters.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { formatCount, formatFraction, formatList, formatPercent, formatShare } from './format.ts';
import { openIncidents } from './open-link.ts';
import { capital, inSentence } from './sentence-words.ts';
import { shareAxis } from './share-axis.ts';
import type { WhiskerChart } from './whisker-model.ts';

const DEFINITION =
  'Incidents whose same customer had one with the same trigger so many days earlier or less, from any source and any team, and also before the period, out of the incidents with a customer and a classified trigger before which the record goes back as far. Ranges are Wilson’s, of 95 %. A trigger is said to come back more than others where its range of 99.8 % lies above the share of all: with so many triggers 95 % would too often be chance. Fewer than ten incidents: hollow, and never said to stand out.';

/** Which triggers customers come back with. `since` is the first day on which it can be told. */
export function repeatsPanel(
  repeats: Repeats,
  days: RepeatHorizon,
  { periodWords }: Pick<ChartContext, 'periodWords'>,
  since: Window | null,
): Panel<WhiskerChart> {
  const { triggers, incidents, share } = repeats;
  const behind: Narrowing = { measure: 'repeat_rate', ...(since ? { window: since } : {}) };
  const isEmpty = share === null;
  const all = isEmpty ? '' : ` The line: ${formatShare(share)}, the share of all.`;
  return {
    id: 'repeats',
    headline: headline(repeats, days),
    subtitle: `Share of incidents that repeat one of the same customer with the same trigger of the ${days} days before, ${periodWords}, 95\u00a0% interval, n\u00a0${formatCount(incidents)}.${all} Left out: no customer, no trigger, or in the first ${days} days of the record.`,
    definition: { title: `Repeats within ${days} days`, text: DEFINITION, passage: 'counted' },
    picture: isEmpty ? null : toChart(repeats, share, behind),
    empty: isEmpty
      ? `None of these incidents has both a customer and a trigger and lies ${days} days or more after the first day of the record, so no repeat can be told.`
      : null,
    table: toTable(triggers, repeats, behind),
    open: openIncidents(incidents, behind, { count: repeats.repeats, words: 'repeats' }),
  };
}

function headline({ triggers, incidents, repeats, share }: Repeats, days: number): string {
  if (share === null) return `No repeat within ${days} days can be told`;
  const above = triggers.filter(({ stands }) => stands === 'above').slice(0, 3);
  const whole = `${formatFraction(repeats, incidents)} incidents repeat an earlier one of their customer within ${days} days`;
  if (above.length === 0) return `${whole}; no trigger stands out`;
  const names = above.map(({ term }, index) => (index === 0 ? term.label : inSentence(term.label)));
  const more = above.length === 1 ? 'comes back more than others' : 'come back more than others';
  return `${capital(formatList(names))} ${more}; ${formatShare(share)} of all do within ${days} days`;
}

function toChart({ triggers, incidents, repeats }: Repeats, share: number, behind: Narrowing): WhiskerChart {
  const axis = shareAxis(
    triggers
      .filter(({ few }) => !few)
      .map(({ interval }) => interval[1])
      .concat(share),
  );
  return {
    kind: 'whiskers',
    rowLabel: 'Trigger',
    columns: [{ label: 'Repeats', wide: false }],
    axis: { ticks: axis.ticks, reference: axis.placeOf(share) },
    valueLabel: 'Rate %',
    rows: triggers.map((trigger) => ({
      id: trigger.term.id,
      label: trigger.term.label,
      figures: [formatFraction(trigger.repeats, trigger.incidents)],
      at: axis.placeOf(trigger.share),
      low: axis.placeOf(trigger.interval[0]),
      high: axis.placeOf(trigger.interval[1]),
      few: trigger.few,
      value: formatPercent(trigger.share),
      open: openOf(trigger, behind),
    })),
    total: { label: 'All', figures: [formatFraction(repeats, incidents)], value: formatPercent(share) },
  };
}

function toTable(
  triggers: readonly RepeatTrigger[],
  { incidents, repeats, share }: Repeats,
  behind: Narrowing,
): TwinTable {
  return {
    columns: [
      { id: 'trigger', label: 'Trigger', form: 'text' },
      { id: 'repeats', label: 'Repeats', form: 'count' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'share', label: 'Share', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
      { id: 'returning', label: 'Customers who came back', form: 'count' },
      { id: 'customers', label: 'Customers', form: 'count' },
    ],
    rows: triggers.map((trigger) => ({
      cells: [
        trigger.term.label,
        trigger.repeats,
        trigger.incidents,
        trigger.share,
        ...trigger.interval,
        trigger.returning,
        trigger.customers,
      ],
      open: openOf(trigger, behind),
    })),
    // A customer may come back with two triggers: customers do not add up.
    total: share === null ? null : ['All', repeats, incidents, share, null, null, null, null],
  };
}

function openOf({ term }: RepeatTrigger, behind: Narrowing): Narrowing {
  return { ...behind, selections: [{ dimension: 'trigger', value: term.id }] };
}
