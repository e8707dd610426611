import { latestPoint } from '../analysis/series.ts';
import { seriesKey, signalKey } from '../analysis/signal-key.ts';
import { judgedLengths, type WatchedSeries, type WatchedSignal, type WatchList } from '../analysis/watch.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { Panel, SignalState, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import { controlHeadline, usualRange } from './control-headline.ts';
import { pointNarrowing } from './control-table.ts';
import { formatCount, formatDate, formatDay, formatDecimal, formatMonth } from './format.ts';
import { openIncidents, openMeasure } from './open-link.ts';
import { capital } from './sentence-words.ts';
import type { SignalList, SignalRow } from './signal-model.ts';
import { shortRuleWords, signalState } from './signal-words.ts';
import { latestWords, nameOf, selectionsOf, toTable } from './signals-table.ts';
import { toSpark } from './spark.ts';

const DEFINITION =
  'Every measure, of everything and by trigger, team, channel, product and escalation path, as a control chart of its own. A series is listed while its newest whole bucket belongs to a pattern that a rule finds. It is judged with 12 whole buckets and enough in the middle bucket: 3 events of a count or rate, 3 on either side of a share, 5 of what a mean is taken over, 20 of what a median is. Of everything, what lies between events is judged where a bucket has fewer than one. Many series make false alarms: how many chance alone would flag is said beside, from simulated series in which nothing changes.';

/** What there is to tell of a watch-list, whoever looks at it: a hundredth of the series that it was found in. */
export interface ToldSignals {
  /** The latest to fire first. */
  rows: readonly (Omit<SignalRow, 'seen'> & { seriesKey: string })[];
  judged: number;
  quiet: number;
  few: number;
  table: TwinTable;
}

export function tellSignals(list: WatchList): ToldSignals {
  return {
    rows: list.signals.map(toRow),
    judged: judgedLengths(list).length,
    quiet: list.quiet.length,
    few: list.few.length,
    table: toTable(list),
  };
}

/** Which of the watched series show a real change now, the latest to fire first. */
export function signalsPanel(
  { table, judged, quiet, few, ...told }: ToldSignals,
  expected: number | null,
  { periodWords }: Pick<ChartContext, 'periodWords'>,
  reviews: readonly SignalReview[] = [],
): Panel<SignalList> {
  const muted = told.rows.flatMap((row) => toMuted(row, reviews));
  const rows = told.rows
    .filter((row) => toMuted(row, reviews).length === 0)
    .map(({ seriesKey: _, ...row }) => ({ ...row, seen: toSeen(row.key, reviews) }))
    .sort((one, other) => Number(one.seen !== null) - Number(other.seen !== null));
  const picture: SignalList = {
    kind: 'signals',
    rows,
    muted,
    judged,
    quiet,
    few,
    expected,
    period: periodWords,
  };
  return {
    id: 'signals',
    headline: headline(picture),
    subtitle: subtitle(picture),
    definition: { title: 'Signals', text: DEFINITION, passage: 'false-flags' },
    picture: judged === 0 ? null : picture,
    empty:
      judged === 0
        ? `None of ${formatCount(few)} series has enough yet: 12 whole buckets, and enough in the middle one.`
        : null,
    table: judged === 0 ? { ...table, rows: [] } : table,
    open: null,
  };
}

/** "By chance alone about 2 would be flagged", as exact as such a figure can be. */
export function expectedWords(expected: number): string {
  return expected < 0.5 ? 'none or one' : `about ${formatDecimal(expected, 0)}`;
}

function headline({ rows, judged, few, muted }: SignalList): string {
  const besides =
    muted.length === 0
      ? ''
      : `; ${formatCount(muted.length)} more ${muted.length === 1 ? 'is' : 'are'} muted`;
  if (judged === 0) return `Too early to judge any of ${formatCount(few)} series`;
  if (rows.length === 0) return `None of ${formatCount(judged)} series shows a real change now${besides}`;
  const count = (state: SignalState) => rows.filter((row) => row.state === state).length;
  const parts = [
    ...said(count('concern'), 'for the worse'),
    ...said(count('improvement'), 'for the better'),
    ...said(count('change'), 'neither'),
  ];
  const verb = rows.length === 1 ? 'shows' : 'show';
  return `${formatCount(rows.length)} of ${formatCount(judged)} series ${verb} a real change now: ${parts.join(', ')}${besides}`;
}

function said(count: number, words: string): string[] {
  return count === 0 ? [] : [`${formatCount(count)} ${words}`];
}

function subtitle({ judged, expected, period }: SignalList): string {
  return `Every measure, of everything and by trigger, team, channel, product and path where there is enough, ${period}, newest first.${expected === null || judged === 0 ? '' : ` By chance alone ${expectedWords(expected)} of ${formatCount(judged)} would be flagged.`}`;
}

/** What somebody said of a signal or a series, and when. */
export interface SignalReview {
  signalReviewId: number;
  kind: 'acknowledged' | 'muted';
  key: string;
  reason: string | null;
  until: LocalDate | null;
  madeBy: string;
  /** The day on which it was said. */
  madeOn: LocalDate;
}

function toMuted(
  { seriesKey: key, series }: ToldSignals['rows'][number],
  reviews: readonly SignalReview[],
): SignalList['muted'] {
  return reviews
    .filter((review) => review.kind === 'muted' && review.key === key)
    .slice(0, 1)
    .map(({ signalReviewId, reason, until, madeBy, madeOn }) => ({
      reviewId: signalReviewId,
      series,
      words: `muted by ${madeBy} on ${formatDate(madeOn)}${until ? ` until ${formatDate(until)}` : ''}: ${reason ?? ''}`,
    }));
}

function toSeen(key: string, reviews: readonly SignalReview[]): SignalRow['seen'] {
  const seen = reviews.find((review) => review.kind === 'acknowledged' && review.key === key);
  return seen
    ? { reviewId: seen.signalReviewId, words: `Seen by ${seen.madeBy} on ${formatDate(seen.madeOn)}` }
    : null;
}

function toRow({ series, pattern, fired }: WatchedSignal): ToldSignals['rows'][number] {
  const { findings, of } = series;
  const { measure, bucket, points } = findings;
  const state = signalState(pattern, measure.better);
  const start = points[fired]?.start ?? '';
  const named = seriesKey(measure.id, of && { dimension: of.dimension, value: of.term.id });
  return {
    key: signalKey(named, pattern, start),
    seriesKey: named,
    fired: bucket === 'month' ? formatMonth(start) : formatDay(start),
    series: nameOf(measure, of),
    measure: measure.id,
    of: of && { selections: selectionsOf(of) },
    state: state === 'common' ? 'change' : state,
    rule: shortRuleWords(pattern),
    sentence: `${capital(nameOf(measure, of))}: ${controlHeadline(findings).replace(/^[^:]+: /, '')}`,
    spark: toSpark(findings),
    latest: latestWords(measure, latestPoint(points)),
    usual: usualRange(findings) ?? '',
    open: openOf(series),
  };
}

/** The incidents behind the latest figure, which is what the link stands on; the chart leads to those of all buckets. */
function openOf({ findings, of }: WatchedSeries): SignalRow['open'] {
  const latest = latestPoint(findings.points);
  const { label, narrowing } = latest
    ? openIncidents(latest.incidents, pointNarrowing(findings, latest))
    : openMeasure(findings);
  return { label, narrowing: { ...narrowing, selections: selectionsOf(of) } };
}
