import type { LeapFindings } from '../../analysis/skills/leap-effect.ts';
import { ENOUGH } from '../../analysis/skills/technique-effects.ts';
import type { Narrowing } from '../../filters/filters.ts';
import { leapValue } from '../../filters/skill-values.ts';
import { wilson } from '../../statistics/wilson.ts';
import { LEAP_DONE, type LeapDone } from '../../taxonomy/leap.ts';
import type { Panel, TwinTable } from '../chart-model.ts';
import { formatCounted, formatFraction, formatPercent } from '../format.ts';
import { shareAxis } from '../share-axis.ts';
import type { WhiskerChart } from '../whisker-model.ts';
import { points } from './effect-axis.ts';

const DEFINITION =
  'Incidents of the de-escalation rate in which every step of LEAP had an opportunity: Listen, Empathise, Ask, Produce a solution. In full: at least one technique of each step was handled effectively. In order: the first of listening came before the first of empathising, that before the last question, and that before the last proposal, as the source lists them. Where the source has no order, the incident is shown and not compared. The difference compares in full and in order with all else, like with like by trigger and customer state (Mantel-Haenszel, 95 %); it is told from ten on either side. An association, not a proof.';

const LABELS: Record<LeapDone, string> = {
  ordered: 'In full and in order',
  unordered: 'In full, in another order',
  unsure: 'In full, order not recorded',
  part: 'Not in full',
};

/** De-escalation by how LEAP was done. */
export function leapPanel({ done, effect }: LeapFindings, periodWords: string): Panel<WhiskerChart> {
  const kinds = LEAP_DONE.filter((kind) => done[kind].denominator > 0);
  const all = kinds.reduce((sum, kind) => sum + done[kind].denominator, 0);
  const { stratified, enough } = effect;
  const interval = enough ? stratified?.differenceInterval : null;
  const compared =
    enough && stratified
      ? ` In order less all else, alike: ${points(stratified.difference)} points${interval ? `, ${points(interval[0])} to ${points(interval[1])}` : ''}, in ${formatCounted(stratified.strata, 'layer')}.`
      : '';
  return {
    id: 'leap',
    headline: headline({ done, effect }),
    subtitle: `Share calmer afterwards by how LEAP was done, ${periodWords}, 95\u00a0% interval; ${formatCounted(all, 'incident')} in which each step had an opportunity.${compared} Association, not proof.`,
    definition: { title: 'LEAP in full and in order', text: DEFINITION, passage: 'mantel-haenszel' },
    picture: all === 0 ? null : toChart(done, kinds),
    empty:
      all === 0
        ? 'In none of these incidents did every step of LEAP have an opportunity, with the customer’s mood known before and after.'
        : null,
    table: toTable(done, kinds),
    open: {
      label: `Open ${formatCounted(all, 'incident')}`,
      narrowing: leapOf(LEAP_DONE),
    },
  };
}

function headline({ done, effect }: LeapFindings): string {
  const { exposed, unexposed, stratified, enough } = effect;
  if (exposed.denominator + unexposed.denominator === 0)
    return 'LEAP: in no incident did every step have an opportunity';
  if (!enough || !stratified?.differenceInterval) {
    const least = Math.min(exposed.denominator, unexposed.denominator);
    return `LEAP in full and in order: not enough to compare, ${formatFraction(Math.min(least, ENOUGH), ENOUGH)} on one side`;
  }
  const [low, high] = stratified.differenceInterval;
  const share = `${formatFraction(done.ordered.numerator, done.ordered.denominator)} calmer where LEAP was done in full and in order`;
  if (low > 0) return `${share}: ${points(stratified.difference)} points more than where it was not`;
  if (high < 0) return `${share}: ${points(stratified.difference)} points, fewer than where it was not`;
  return `${share}: no difference that the data can tell`;
}

function toChart(done: LeapFindings['done'], kinds: readonly LeapDone[]): WhiskerChart {
  const axis = shareAxis([1]);
  return {
    kind: 'whiskers',
    rowLabel: 'LEAP',
    columns: [{ label: 'Calmer', wide: false }],
    axis: { ticks: axis.ticks, reference: null },
    valueLabel: 'Share %',
    rows: kinds.flatMap((kind) => {
      const { numerator, denominator } = done[kind];
      const interval = wilson(numerator, denominator);
      if (interval === null) return [];
      return [
        {
          id: kind,
          label: LABELS[kind],
          figures: [formatFraction(numerator, denominator)],
          at: axis.placeOf(numerator / denominator),
          low: axis.placeOf(interval[0]),
          high: axis.placeOf(interval[1]),
          few: denominator < ENOUGH,
          value: denominator < 5 ? 'too few' : formatPercent(numerator / denominator),
          open: leapOf([kind]),
        },
      ];
    }),
    total: null,
  };
}

function toTable(done: LeapFindings['done'], kinds: readonly LeapDone[]): TwinTable {
  return {
    columns: [
      { id: 'leap', label: 'LEAP', form: 'text' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'eased', label: 'Calmer afterwards', form: 'count' },
      { id: 'share', label: 'Share', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
    ],
    rows: kinds.map((kind) => {
      const { numerator, denominator } = done[kind];
      const interval = wilson(numerator, denominator);
      return {
        cells: [
          LABELS[kind],
          denominator,
          numerator,
          numerator / denominator,
          interval?.[0] ?? null,
          interval?.[1] ?? null,
        ],
        open: leapOf([kind]),
        ...(denominator < 5 ? { tooFew: ['share', 'low', 'high'] } : {}),
      };
    }),
    total: null,
  };
}

function leapOf(kinds: readonly LeapDone[]): Narrowing {
  return {
    measure: 'de_escalation_rate',
    selections: kinds.map((kind) => ({ dimension: 'technique', value: leapValue(kind) })),
  };
}
