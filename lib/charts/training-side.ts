import type { SeriesPoint } from '../analysis/series.ts';
import type { EffectBucket, EffectSeries } from '../analysis/training/effect-series.ts';
import type { Handled, TrainingEffect } from '../analysis/training/find-effect.ts';
import { windowWords } from '../filters/day-words.ts';
import type { Narrowing, Window } from '../filters/filters.ts';
import { chartOfKind } from '../statistics/chart-of-kind.ts';
import type { FractionSeries } from '../statistics/chart-series.ts';
import { chooseChart } from '../statistics/choose-chart.ts';
import { type ControlChart as Computed, POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import { CHART_PASSAGES } from '../statistics/method-passages.ts';
import type { Pattern } from '../statistics/patterns.ts';
import type { RuleSet } from '../statistics/rules.ts';
import type { ControlChart, ControlPoint, Panel, TwinTable } from './chart-model.ts';
import { toSegments } from './control-segments.ts';
import { formatCount, formatDate, formatFraction, formatShare } from './format.ts';
import { CHART_NAMES, rulesSentence } from './method-words.ts';
import { openIncidents } from './open-link.ts';
import { ruleWords, signalState } from './signal-words.ts';
import { type SessionWords, sideNarrowing } from './training-session.ts';

const NAMES = { trained: 'Trained', compared: 'Not trained' } as const;

/** Drawn in the words of a share of opportunities; too few to tell a value below five. */
const FEW = 5;

/** One side of a session over time, with limits from the time before it and the session as an event. */
export function sidePanel(
  side: keyof typeof NAMES,
  effect: TrainingEffect,
  series: EffectSeries,
  session: SessionWords,
): Panel<ControlChart> {
  const points = series[side];
  const computed = compute(points, series.after, session.rules);
  const { before, after } = effect[side];
  const opportunities = before.opportunities + after.opportunities;
  const open = (window: Window) => sideNarrowing(session, side, window);
  const subtitle = [
    `${session.techniques}: share of opportunities handled effectively, by ${series.bucket} counted off from the session,`,
    `${windowWords({ from: effect.windows.before.from, until: effect.windows.after.until })},`,
    `${nWords(before)} before and ${nWords(after)} after.`,
    methodWords(computed, series),
  ].join(' ');
  return {
    id: side,
    headline: headline(side, effect, computed, series),
    subtitle,
    definition: {
      title: `${NAMES[side]}: handled effectively`,
      text: `${DEFINITION}\n${subtitle}\n${rulesSentence(session.rules)}`,
      passage: CHART_PASSAGES[computed.kind],
    },
    picture: opportunities === 0 ? null : toChart(points, computed, series, { session, open }),
    empty: opportunities === 0 ? `No opportunity of these techniques is recorded ${WHO[side]}.` : null,
    table: toTable(points, computed, series.bucket, open),
    open: after.incidents === 0 ? null : openAfter(after, open(effect.windows.after)),
  };
}

type OpenOf = (window: Window) => Narrowing;

const WHO = { trained: 'for the people trained', compared: 'for anybody else' } as const;

const DEFINITION =
  'Opportunities are observations of a technique that the session trains: handled effectively, partly, or missed; a reviewer’s stands in place of the agent’s own. A value is the share handled effectively. Points are counted off from the day of the session, which is in none of them; the limits come from the points before it, so that what follows is judged by what was usual.';

function compute(points: readonly SeriesPoint[], after: number, rules: RuleSet): Computed {
  const fractions = (some: readonly SeriesPoint[]): FractionSeries<'share'> => ({
    form: 'share',
    points: some.map(({ numerator, denominator, partial }) =>
      partial || !denominator ? null : { numerator: numerator ?? 0, denominator },
    ),
  });
  const { drawable } = chooseChart(fractions(points.slice(0, after)));
  return chartOfKind(drawable, fractions(points), { rules, baseline: { from: 0, until: after } });
}

function toChart(
  points: readonly SeriesPoint[],
  computed: Computed,
  { bucket, after }: EffectSeries,
  { session: { heldOn, module, rules }, open }: { session: SessionWords; open: OpenOf },
): ControlChart {
  return {
    kind: 'control',
    measure: null,
    unit: 'share',
    currency: null,
    valueName: 'Effective',
    bucket,
    points: points.map((point, index) => toPoint(point, computed.byPoint[index] ?? [], bucket, open)),
    segments: toSegments(computed),
    domain: [0, 1],
    yTicks: [0, 0.25, 0.5, 0.75, 1],
    xTicks: timeTicks(points),
    target: null,
    events: [{ index: after, day: formatDate(heldOn), words: module }],
    notes: [],
    comparisonLabel: null,
    alsoLabel: null,
    howComputed: rulesSentence(rules),
  };
}

function toPoint(
  point: SeriesPoint,
  patterns: readonly Pattern[],
  bucket: EffectBucket,
  open: OpenOf,
): ControlPoint {
  const { start, value, numerator, denominator, incidents, partial, window } = point;
  return {
    start,
    label: formatDate(start),
    value,
    numerator,
    denominator,
    counted: `${formatFraction(numerator ?? 0, denominator ?? 0)}\u00a0opportunities`,
    incidents,
    few: (denominator ?? 0) < FEW,
    state: signalState(patterns[0], 'higher'),
    rules: patterns.map((pattern) => ruleWords(pattern, bucket)),
    partial,
    comparison: null,
    also: null,
    open: open(window),
  };
}

/** About six dates, from the first point on. */
function timeTicks(points: readonly SeriesPoint[]): ControlChart['xTicks'] {
  const step = Math.max(1, Math.ceil(points.length / 6));
  return points.flatMap(({ start }, index) =>
    index % step === 0 ? [{ index, label: formatDate(start) }] : [],
  );
}

function toTable(
  points: readonly SeriesPoint[],
  computed: Computed,
  bucket: EffectBucket,
  open: OpenOf,
): TwinTable {
  return {
    columns: [
      { id: bucket, label: `${capitalised(bucket)} from`, form: 'text' },
      { id: 'effective', label: 'Effective', form: 'count' },
      { id: 'opportunities', label: 'of opportunities', form: 'count' },
      { id: 'incidents', label: 'Incidents', form: 'count' },
      { id: 'value', label: 'Share', form: 'share' },
      { id: 'lower', label: 'Usual from', form: 'share' },
      { id: 'upper', label: 'Usual to', form: 'share' },
      { id: 'signal', label: 'Signal', form: 'text' },
    ],
    rows: points.map(({ start, numerator, denominator, incidents, value, window, partial }, index) => ({
      cells: [
        formatDate(start),
        numerator,
        denominator,
        incidents,
        value,
        computed.points[index]?.lower ?? null,
        computed.points[index]?.upper ?? null,
        partial
          ? `part ${bucket}, not judged`
          : (computed.byPoint[index] ?? []).map((pattern) => ruleWords(pattern, bucket)).join('; '),
      ],
      open: incidents > 0 ? open(window) : null,
      ...((denominator ?? 0) > 0 && (denominator ?? 0) < FEW ? { tooFew: ['value'] } : {}),
    })),
    total: null,
  };
}

/** "Trained: 61.2 % before, 74.9 % after; 9 fortnights in a row above the centre" */
function headline(
  side: keyof typeof NAMES,
  effect: TrainingEffect,
  computed: Computed,
  { bucket, after }: EffectSeries,
): string {
  const { before, after: later } = effect[side];
  const told = `${NAMES[side]}: ${shareWords(before)} before, ${shareWords(later)} after`;
  if (computed.segments.every(({ centre, trial }) => centre === null || trial))
    return `${told}; too few points before for limits`;
  const found = computed.patterns.findLast(({ points }) => points.some((index) => index >= after));
  return found ? `${told}; ${ruleWords(found, bucket)}` : `${told}; no signal among the ${bucket}s after`;
}

function shareWords({ effective, opportunities }: Handled): string {
  return opportunities < FEW ? 'too few' : formatShare(effective / opportunities);
}

function nWords({ opportunities, incidents }: Handled): string {
  return `n\u00a0${formatCount(opportunities)} in ${formatCount(incidents)} incidents`;
}

function methodWords({ kind, method }: Computed, { bucket, after }: EffectSeries): string {
  const limits =
    after < POINTS_FOR_LIMITS
      ? `trial limits from the ${after} ${bucket}s before`
      : `limits from the ${after} ${bucket}s before`;
  return `${CHART_NAMES[kind]}, ${kind === 'run' ? 'no limits' : limits}, ${method.rules.label} rules.`;
}

function openAfter({ incidents, opportunities }: Handled, narrowing: Narrowing) {
  const { label } = openIncidents(incidents);
  return { label: `${label} after with ${formatCount(opportunities)} opportunities`, narrowing };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
