import type { Assurance } from '../analysis/assure.ts';
import type { PointUnit } from '../analysis/series.ts';
import type { LocalDate, Narrowing } from '../filters/filters.ts';
import type { Measure } from '../measures/measure.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import type { MethodPassage } from '../statistics/method-passages.ts';
import type { FishboneChart } from './fishbone-model.ts';
import type { FlowChart } from './flow-model.ts';
import type { HeatMap } from './heat-model.ts';
import type { ParetoChart } from './pareto-model.ts';
import type { ScanList } from './scan-model.ts';
import type { SignalList } from './signal-model.ts';
import type { SkillPicture } from './skills/draw-skills.ts';
import type { SurvivalChart } from './survival-model.ts';
import type { TeamBars } from './team-bars-model.ts';
import type { WaterfallChart } from './waterfall-model.ts';
import type { WhiskerChart } from './whisker-model.ts';

/**
 * What every picture, table twin, export and API answer of a panel is made from. A ChartModel decides everything
 * that can be decided without pixels: order, labels, gaps, colours, headline. Drawing decides nothing.
 */
export interface Panel<Picture> {
  id: string;
  headline: string;
  subtitle: string;
  definition: Definition;
  /** Null when there is nothing to draw; `empty` then says why. */
  picture: Picture | null;
  empty: string | null;
  table: TwinTable;
  /** The link to the incidents behind the whole panel, with its exact count in words; null where it is of many series. */
  open: { label: string; narrowing: Narrowing } | null;
}

/** What a measure or a chart is and how it is computed; with the passage of the methods that explains it. */
export interface Definition {
  title: string;
  text: string;
  passage?: MethodPassage;
}

/** The same numbers as the picture, as rows: shown as a table, exported as CSV, answered by the API. */
export interface TwinTable {
  columns: readonly TwinColumn[];
  rows: readonly TwinRow[];
  total: readonly (string | number | null)[] | null;
}

export interface TwinColumn {
  id: string;
  label: string;
  /** How a cell is shown; raw numbers go into exports and the API. */
  form: 'text' | 'count' | 'share' | 'decimal' | 'hundredths' | 'thousandths' | 'date' | 'minutes';
  /** Only for whoever reckons again: left out of the table on a page. */
  inFilesOnly?: boolean;
}

export interface TwinRow {
  cells: readonly (string | number | null)[];
  /** The incidents behind the row; null where there are none to open. */
  open: Narrowing | null;
  /** Columns whose figure is taken of too few to be told on a page; files carry it. */
  tooFew?: readonly string[];
  /** Where cells have incidents of their own: those behind each cell. */
  cellOpens?: readonly (Narrowing | null)[];
}

/** Common cause, or a signal: against the wanted direction, in it, or in a measure without one. */
export type SignalState = 'common' | 'concern' | 'improvement' | 'change';

export interface ControlPoint {
  start: LocalDate;
  /** "29 May 2023" */
  label: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** What the value was counted from: "58 of 114"; null where it is a count itself. */
  counted: string | null;
  /** How many incidents its link opens. */
  incidents: number;
  /** Taken of too few to tell the value in words; it is drawn. */
  few: boolean;
  state: SignalState;
  /** The rules that fired at this point, the one to show first. */
  rules: readonly string[];
  /** Not a whole bucket: drawn hollow, not joined, never judged. */
  partial: boolean;
  comparison: number | null;
  /** The second comparison's value. */
  also: number | null;
  open: Narrowing;
}

/**
 * A stretch of points judged by the same limits. There is one pair of limits for each point from the first to the
 * last, since n may differ; null at a point where nothing was counted. Cut at zero, and for shares at one.
 */
export interface ControlSegment {
  firstIndex: number;
  lastIndex: number;
  centre: number;
  /** A run chart has a median, and no limits. */
  centreName: 'centre' | 'median';
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  /** Fewer than 12 points: drawn dotted, no rule applied. */
  trial: boolean;
}

/** Something that happened while a measure ran: its place as those of `xTicks`, its day and what it was. */
export interface ChartEvent {
  index: number;
  /** "22 Jun" */
  day: string;
  words: string;
}

/** What a point is drawn of. Fortnights are counted off from a day, so that none lies on both sides of it. */
export type ChartUnit = PointUnit | 'fortnight';

export interface ControlChart {
  kind: 'control';
  /** Null where what is drawn is no measure. */
  measure: MeasureId | null;
  unit: Measure['unit'];
  /** Of money. */
  currency: string | null;
  /** "Incidents", "Rate", "Median": what the value of a point is called. */
  valueName: string;
  bucket: ChartUnit;
  points: readonly ControlPoint[];
  /** None where there are too few points for limits at all: then small bars are drawn in place of the line. */
  segments: readonly ControlSegment[];
  domain: readonly [number, number];
  yTicks: readonly number[];
  /**
   * Where months or years begin, counted in buckets from the left edge of the first: 0 is that edge, point i stands
   * at i + 0.5, and a month that begins in the middle of a week has a fraction.
   */
  xTicks: readonly { index: number; label: string }[];
  /** A level line: what the measure should reach; null without a target. */
  target: { value: number; label: string } | null;
  /** Thin rules over the plot, in their order; none on a sparkline. */
  events: readonly ChartEvent[];
  /** Words beside a signal point, at most three of them. */
  notes: readonly { index: number; lines: readonly string[]; state: SignalState }[];
  /** "the 34 weeks before, 61.2 a week" */
  comparisonLabel: string | null;
  /** The same of the second comparison. */
  alsoLabel: string | null;
  howComputed: string;
}

/** What a sparkline shows of a control chart: course, limits and target, and no words. */
export interface Spark extends Pick<ControlChart, 'bucket' | 'segments' | 'target'> {
  points: readonly Pick<ControlPoint, 'value' | 'state' | 'partial'>[];
}

/** A measure card: name, value with its fraction, sparkline, verdict and comparison in words. */
export interface MeasureCard {
  measure: MeasureId;
  label: string;
  /** "28.1", "2.6", "712"; null when nothing can be said. */
  value: string | null;
  unit: string;
  /** Two short lines beside the value: "655 of 2,331", "26.3–30.0". */
  detail: readonly string[];
  spark: Spark | null;
  verdict: { state: SignalState | 'few'; words: string };
  /** "target 25 %", with whether it is met as far as can be told, in words too; null without a target. */
  target: { words: string; assurance: Assurance | null; meaning: string } | null;
  comparison: string;
  definition: Definition;
  open: { label: string; narrowing: Narrowing };
  numerator: number | null;
  denominator: number | null;
  /** The distinct incidents that its link opens. */
  incidents: number;
  /** Records that could not be counted, of all there are. */
  leftOut: number;
}

export type Picture =
  | ControlChart
  | ParetoChart
  | HeatMap
  | FlowChart
  | FishboneChart
  | WaterfallChart
  | SignalList
  | ScanList
  | SkillPicture
  | SurvivalChart
  | WhiskerChart
  | TeamBars;
