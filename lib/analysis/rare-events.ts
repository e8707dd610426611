import type { LocalDate } from '../filters/filters.ts';
import { daysBetween, shiftDays } from '../filters/local-dates.ts';
import type { Measure } from '../measures/measure.ts';
import { type ChartChoice, chooseChart } from '../statistics/choose-chart.ts';
import { POINTS_FOR_LIMITS } from '../statistics/control-chart.ts';
import { type JudgeSettings, judgeSeries } from './judge.ts';
import type { MeasureFindings } from './measure-findings.ts';
import type { SeriesPoint } from './series.ts';

/** One of few incidents that a measure is about. */
export interface RareEvent {
  day: LocalDate;
  /** Its place among all incidents that the measure counts, from 1 on. */
  place: number;
  /** How many of those occurred on its day. */
  onDay: number;
}

/** What a rare event is: above the line of a measure, or the rest of those below it, where these are fewer. */
export type RareSide = 'above' | 'rest';

/** A chart of events, and of which. */
export interface RareKind {
  kind: 'g' | 't';
  few: RareSide;
}

/** Two gaps are the least that can be drawn. */
const FEWEST_EVENTS = 3;

const MINUTES_A_DAY = 24 * 60;

/**
 * By which kind of chart of events the weeks of a measure would be told better, and of which events: null where weeks
 * tell enough, or where it does not count incidents one by one.
 */
export function rareKind({ measure, now, judgement }: MeasureFindings): RareKind | null {
  const rest = now.denominator - now.numerator;
  if (judgement.choice.needs === null || measure.grain !== 'incident') return null;
  if (measure.aggregate === 'count')
    return now.numerator < FEWEST_EVENTS ? null : { kind: 't', few: 'above' };
  if (measure.aggregate !== 'share' || Math.min(now.numerator, rest) < FEWEST_EVENTS) return null;
  return { kind: 'g', few: now.numerator <= rest ? 'above' : 'rest' };
}

/**
 * The same where it is drawn unless a person asks for another: with as many gaps as limits need. Fewer say less than the
 * weeks in which the events were.
 */
export function usualRareKind(findings: MeasureFindings): RareKind | null {
  const rare = rareKind(findings);
  if (!rare) return null;
  const { numerator, denominator } = findings.now;
  const events = rare.few === 'above' ? numerator : denominator - numerator;
  return events > POINTS_FOR_LIMITS ? rare : null;
}

/**
 * A measure told by what lies between its rare events: the cases between one and the next (g chart), or the days (t
 * chart). One point an event, from the second on; what came before the first is not known. A higher point is a rarer
 * event, so that the wanted direction turns round. Two events on one day have no time between them: then the days stand
 * in a run chart. The findings of the weeks go along as `weekly`.
 */
export function findBetween(
  weekly: MeasureFindings,
  { kind, few }: RareKind,
  events: readonly RareEvent[],
  settings: JudgeSettings = {},
): MeasureFindings {
  const points = events.slice(1).map((event, index) => toGap(kind, events[index] ?? event, event));
  const values = points.map(({ value }) => value);
  const series =
    kind === 'g'
      ? ({ form: 'cases_between', points: values } as const)
      : ({ form: 'time_between', points: values } as const);
  const choice = chooseChart(series);
  const isSameDay = kind === 't' && values.includes(0);
  return {
    ...weekly,
    weekly,
    measure: toGapMeasure(weekly.measure, kind, few),
    bucket: 'event',
    points,
    comparison: points.map(() => null),
    before: null,
    also: null,
    target: null,
    assurance: null,
    judgement: judgeSeries({ series, bounds: {} }, points, isSameDay ? toRunChart(choice) : choice, settings),
  };
}

function toRunChart(choice: ChartChoice): ChartChoice {
  const reason = 'Run chart: two events on one day have no time between them, which a t chart cannot tell.';
  return { ...choice, chart: 'run', needs: null, drawable: 'run', reason };
}

function toGap(kind: 'g' | 't', before: RareEvent, event: RareEvent): SeriesPoint {
  const cases = event.place - before.place - 1;
  const minutes = daysBetween(before.day, event.day) * MINUTES_A_DAY;
  return {
    start: event.day,
    window: { from: event.day, until: shiftDays(event.day, 1) },
    value: kind === 'g' ? cases : minutes,
    numerator: null,
    denominator: null,
    incidents: event.onDay,
    partial: false,
  };
}

/** The same measure, told by what lies between its events. */
function toGapMeasure(measure: Measure, kind: 'g' | 't', few: RareSide): Measure {
  const { words, better } = measure;
  const what = few === 'above' ? `${words.numerator}` : `not ${words.numerator}`;
  const event = measure.aggregate === 'count' ? 'one incident' : `one that is ${what}`;
  const rarerIs =
    few === 'above' ? { lower: 'higher', higher: 'lower' } : { lower: 'lower', higher: 'higher' };
  return {
    ...measure,
    label: `${measure.label}, ${kind === 'g' ? 'incidents' : 'time'} between two`,
    aggregate: 'median',
    unit: kind === 'g' ? 'count' : 'minutes',
    better: better === 'neutral' ? 'neutral' : (rarerIs[better] as Measure['better']),
    words: { ...words, is: `${kind === 'g' ? 'incidents' : 'time'} between ${event} and the next` },
  };
}
