import { scaleLinear } from 'd3-scale';
import type { Handled, TrainingEffect } from '../analysis/training/find-effect.ts';
import type { Narrowing } from '../filters/filters.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import { formatCount, formatDecimal, formatPercent } from './format.ts';
import { shareAxis } from './share-axis.ts';
import { type SessionWords, sideNarrowing } from './training-session.ts';
import { effectHeadline, formatPoints, formatPointsRange, wouldShowWords } from './training-words.ts';
import type { WhiskerChart, WhiskerRow } from './whisker-model.ts';

const DEFINITION =
  'The share of opportunities handled effectively after the session less the share before, among the people trained, less the same among the people not trained: what would have happened anyway is taken off (difference in differences). It assumes that both would have changed alike; the charts show how both went before. A real change is one whose 95\u00a0% interval leaves 0 out. The interval is square-and-add of the four Wilson intervals. Training alone is a weak action: what brings the missed opportunities about may have to change, too.';

/** The four shares of a session, before and after, with their ranges: what the effect is made of. */
export function sharesPanel(effect: TrainingEffect, session: SessionWords): Panel<WhiskerChart> {
  const groups = groupsOf(effect, session);
  const isEmpty = groups.every(({ handled }) => handled.opportunities === 0);
  return {
    id: 'shares',
    headline: effectHeadline(effect),
    subtitle: [
      `${session.techniques}: share of opportunities handled effectively, 95\u00a0% interval.`,
      wouldShowWords(effect) ?? '',
    ]
      .join(' ')
      .trim(),
    definition: { title: 'Effect of the session', text: DEFINITION, passage: 'difference-in-differences' },
    picture: isEmpty ? null : toShares(groups),
    empty: isEmpty ? 'No opportunity of these techniques is recorded on either side of the session.' : null,
    table: sharesTable(groups),
    open: null,
  };
}

/** What each side changed by, and the difference of the two. */
export function changesPanel(effect: TrainingEffect): Panel<WhiskerChart> {
  const rows = changesOf(effect);
  return {
    id: 'changes',
    headline: 'Change in points, after less before',
    subtitle: 'With 95\u00a0% intervals. The last line is the first less the second.',
    definition: { title: 'Effect of the session', text: DEFINITION, passage: 'difference-in-differences' },
    picture: rows.length === 0 ? null : toChanges(rows),
    empty: rows.length === 0 ? 'Nothing can be told before both sides have opportunities.' : null,
    table: {
      columns: [
        { id: 'group', label: 'Group', form: 'text' },
        { id: 'change', label: 'Change', form: 'share' },
        { id: 'low', label: '95\u00a0% from', form: 'share' },
        { id: 'high', label: '95\u00a0% to', form: 'share' },
      ],
      rows: rows.map(({ label, value, interval }) => ({ cells: [label, value, ...interval], open: null })),
      total: null,
    },
    open: null,
  };
}

interface Group {
  id: string;
  label: string;
  handled: Handled;
  open: Narrowing | null;
}

const SIDES = [
  { side: 'trained', name: 'Trained' },
  { side: 'compared', name: 'Not trained' },
] as const;

function groupsOf(effect: TrainingEffect, session: SessionWords): Group[] {
  return SIDES.flatMap(({ side, name }) =>
    (['before', 'after'] as const).map((when) => {
      const handled = effect[side][when];
      const open = sideNarrowing(session, side, effect.windows[when]);
      return {
        id: `${side}-${when}`,
        label: `${name}, ${when}`,
        handled,
        open: handled.incidents > 0 ? open : null,
      };
    }),
  );
}

const FEW = 10;

function toShares(groups: readonly Group[]): WhiskerChart {
  const axis = shareAxis([1]);
  return {
    kind: 'whiskers',
    rowLabel: 'Group',
    columns: [{ label: 'n', wide: true }],
    axis: { ticks: axis.ticks, reference: null },
    valueLabel: '%, 95\u00a0% interval',
    rows: groups
      .filter(({ handled }) => handled.opportunities > 0)
      .map(({ id, label, open, handled: { effective, opportunities } }): WhiskerRow => {
        const [low, high] = wilson(effective, opportunities) ?? [0, 1];
        return {
          id,
          label,
          figures: [formatCount(opportunities)],
          at: axis.placeOf(effective / opportunities),
          low: axis.placeOf(low),
          high: axis.placeOf(high),
          few: opportunities < FEW,
          value: `${formatPercent(effective / opportunities)} (${formatPercent(low)} to ${formatPercent(high)})`,
          open,
        };
      }),
    total: null,
  };
}

function sharesTable(groups: readonly Group[]): TwinTable {
  return {
    columns: [
      { id: 'group', label: 'Group', form: 'text' },
      { id: 'effective', label: 'Effective', form: 'count' },
      { id: 'opportunities', label: 'of opportunities', form: 'count' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'share', label: 'Share', form: 'share' },
      { id: 'low', label: '95\u00a0% from', form: 'share' },
      { id: 'high', label: '95\u00a0% to', form: 'share' },
    ],
    rows: groups.map(({ label, open, handled: { effective, opportunities, incidents } }) => {
      const interval = wilson(effective, opportunities);
      return {
        cells: [
          label,
          effective,
          opportunities,
          incidents,
          opportunities === 0 ? null : effective / opportunities,
          interval?.[0] ?? null,
          interval?.[1] ?? null,
        ],
        open,
      };
    }),
    total: null,
  };
}

interface ChangeRow {
  id: string;
  label: string;
  value: number;
  interval: Interval;
}

function changesOf({ change, comparedChange, difference }: TrainingEffect): ChangeRow[] {
  const found = [
    { id: 'trained', label: 'Trained', of: change },
    { id: 'compared', label: 'Not trained', of: comparedChange },
    { id: 'difference', label: 'Difference', of: difference },
  ];
  return found.flatMap(({ id, label, of }) =>
    of ? [{ id, label, value: of.effect, interval: of.interval }] : [],
  );
}

/** One axis through 0, as wide to either side as the widest interval. */
function toChanges(rows: readonly ChangeRow[]): WhiskerChart {
  const widest = Math.max(0.05, ...rows.flatMap(({ interval }) => interval.map(Math.abs)));
  const scale = scaleLinear([-widest, widest], [0, 1]).nice(4);
  return {
    kind: 'whiskers',
    rowLabel: 'Group',
    columns: [],
    axis: {
      ticks: scale.ticks(4).map((value) => ({
        at: scale(value),
        label: `${value > 0 ? '+' : ''}${formatDecimal(value * 100, 0)}`,
      })),
      reference: scale(0),
    },
    valueLabel: 'points, 95\u00a0% interval',
    rows: rows.map(({ id, label, value, interval }) => ({
      id,
      label,
      figures: [],
      at: scale(value),
      low: scale(interval[0]),
      high: scale(interval[1]),
      few: false,
      value: `${formatPoints(value)} (${formatPointsRange(interval)})`,
      open: null,
    })),
    total: null,
  };
}
