import type { Rebasing } from '@/db/reports/rebasing.ts';
import type { MeasureCard, Panel } from '@/lib/charts/chart-model.ts';
import type { ControlPanel } from '@/lib/charts/control-chart.ts';
import type { FlowChart } from '@/lib/charts/flow-model.ts';
import type { HeatMap } from '@/lib/charts/heat-model.ts';
import type { ParetoChart } from '@/lib/charts/pareto-model.ts';
import type { SignalList } from '@/lib/charts/signal-model.ts';
import type { WaterfallChart } from '@/lib/charts/waterfall-model.ts';
import type { EmptyAdvice, FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import type { OverviewState } from '@/lib/filters/overview-state.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/** The overview: the frame is awaited first, then each panel streams on its own. */
export interface OverviewReport {
  frame: FrameModel;
  /** How the page stands beside its filters, also as a query. */
  state: OverviewState;
  kept: string;
  /** Whether the viewer may say something of signals. */
  mayReview: boolean;
  /** The measure of the chart over time. */
  charted: MeasureId;
  /** The set of rules by which everything is judged, in a sentence. */
  rules: Promise<string>;
  /** What the viewer may decide about the limits of the chart over time; null where nothing. */
  rebasing: Promise<Rebasing | null>;
  heading: Promise<HeadingModel>;
  advice: Promise<EmptyAdvice | null>;
  cards: Promise<readonly MeasureCard[]>;
  panels: {
    /** The charted measure over time. */
    series: Promise<ControlPanel>;
    triggers: Promise<Panel<ParetoChart>>;
    signals: Promise<Panel<SignalList>>;
    changed: Promise<Panel<WaterfallChart>>;
    outcomes: Promise<Panel<HeatMap>>;
    hours: Promise<Panel<HeatMap>>;
    flow: Promise<Panel<FlowChart>>;
  };
}

export const OVERVIEW_PANELS = [
  'series',
  'triggers',
  'signals',
  'changed',
  'outcomes',
  'hours',
  'flow',
] as const;
export type OverviewPanelId = (typeof OVERVIEW_PANELS)[number];
