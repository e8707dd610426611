import {
  countByFlow,
  countByTrigger,
  countByTriggerAndOutcome,
  countByWeekdayAndHour,
} from '@/db/queries/incident-patterns.ts';
import { listSignalReviews } from '@/db/queries/signal-reviews.ts';
import { askControlPanel, contextOf } from '@/db/reports/control-panel.ts';
import { askFindings } from '@/db/reports/measure-question.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { OverviewPanelId } from '@/db/reports/report-types.ts';
import { signalsOf } from '@/db/reports/signals-kept.ts';
import { askChange } from '@/db/reports/what-changed.ts';
import { type CodeCount, rank } from '@/lib/analysis/pareto.ts';
import type { MeasureCard, Panel } from '@/lib/charts/chart-model.ts';
import type { ControlPanel } from '@/lib/charts/control-chart.ts';
import { flowPanel } from '@/lib/charts/flow-chart.ts';
import type { FlowChart } from '@/lib/charts/flow-model.ts';
import type { HeatMap } from '@/lib/charts/heat-model.ts';
import { hourHeat } from '@/lib/charts/hour-heat.ts';
import { measureCard } from '@/lib/charts/measure-card.ts';
import { outcomeHeat } from '@/lib/charts/outcome-heat.ts';
import { triggerPareto } from '@/lib/charts/pareto-chart.ts';
import type { ParetoChart } from '@/lib/charts/pareto-model.ts';
import type { SignalList } from '@/lib/charts/signal-model.ts';
import { signalsPanel } from '@/lib/charts/signals-panel.ts';
import type { WaterfallChart } from '@/lib/charts/waterfall-model.ts';
import { whatChangedPanel } from '@/lib/charts/what-changed-panel.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import type { Split } from '@/lib/filters/overview-state.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** How each panel of the overview is asked. */
export const ASK_OVERVIEW = {
  series: (reading, { charted }) => askControl(reading, charted),
  triggers: askTriggers,
  signals: askSignalList,
  changed: askWhatChanged,
  outcomes: askOutcomes,
  hours: askHours,
  flow: askFlow,
} as const satisfies Record<OverviewPanelId, (reading: Reading, shown: Shown) => Promise<unknown>>;

/** What of an overview is shown: the measure of the chart over time, and by what its change is split. */
export interface Shown {
  charted: MeasureId;
  split: Split | null;
}

/** The card of a measure. */
export async function askCard(reading: Reading, measure: MeasureId): Promise<MeasureCard> {
  return measureCard(await askFindings(reading, measure), contextOf(reading).comparisonWords);
}

/** A measure over time as a control chart, with what happened meanwhile. */
async function askControl(reading: Reading, measure: MeasureId): Promise<ControlPanel> {
  return askControlPanel(reading, askFindings(reading, measure));
}

/** Pareto of triggers, with the comparison's counts as outlines. */
async function askTriggers(reading: Reading): Promise<Panel<ParetoChart>> {
  const { snapshot, viewer, asked, askedBefore, vocabularies } = reading;
  const [now, before] = await Promise.all([
    countByTrigger(snapshot, viewer, asked),
    askedBefore ? countByTrigger(snapshot, viewer, askedBefore) : null,
  ]);
  return triggerPareto(
    rank(toCodes(now), before && toCodes(before), vocabularies.trigger),
    contextOf(reading),
  );
}

/** The series that show a special cause now. */
async function askSignalList(reading: Reading): Promise<Panel<SignalList>> {
  const { record, viewer, windows, workspace } = reading;
  const [{ told, expected }, said] = await Promise.all([
    signalsOf(reading),
    listSignalReviews(record, viewer, reading, windows.today),
  ]);
  const reviews = said.map(({ madeAt, ...review }) => ({
    ...review,
    madeOn: localDateAt(madeAt.getTime(), workspace.timeZone),
  }));
  return signalsPanel(told, expected, contextOf(reading), reviews);
}

/** What the change of the charted measure consists of. */
async function askWhatChanged(reading: Reading, { charted, split }: Shown): Promise<Panel<WaterfallChart>> {
  return whatChangedPanel(await askChange(reading, MEASURES[charted], split), contextOf(reading));
}

/** Trigger × outcome. */
async function askOutcomes(reading: Reading): Promise<Panel<HeatMap>> {
  const { snapshot, viewer, asked, vocabularies } = reading;
  return outcomeHeat(
    await countByTriggerAndOutcome(snapshot, viewer, asked),
    vocabularies.trigger,
    contextOf(reading),
  );
}

/** Weekday × hour of the incidents whose hour is known. */
async function askHours(reading: Reading): Promise<Panel<HeatMap>> {
  const { snapshot, viewer, asked } = reading;
  return hourHeat(await countByWeekdayAndHour(snapshot, viewer, asked), contextOf(reading));
}

/** Flow from trigger through escalation path to outcome. */
async function askFlow(reading: Reading): Promise<Panel<FlowChart>> {
  const { snapshot, viewer, asked, vocabularies } = reading;
  return flowPanel(await countByFlow(snapshot, viewer, asked), vocabularies, contextOf(reading));
}

function toCodes(rows: readonly { trigger: number; count: number }[]): CodeCount[] {
  return rows.map(({ trigger, count }) => ({ code: trigger, count }));
}
