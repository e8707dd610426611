import { setImmediate as afterOthers } from 'node:timers/promises';
import { listMeanwhile, type Meanwhile } from '@/db/queries/meanwhile.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { MeasureFindings } from '@/lib/analysis/measure-findings.ts';
import { type DatedEvent, withRebases } from '@/lib/charts/chart-events.ts';
import type { ChartContext } from '@/lib/charts/context.ts';
import { type ControlPanel, controlPanel } from '@/lib/charts/control-chart.ts';
import { toTrainingEvents } from '@/lib/charts/training-events.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { comparisonNoun } from '@/lib/filters/period-words.ts';
import { isBrokenBy } from '@/lib/taxonomy/series-breaks.ts';

/** What is found in a measure as a control chart, with what happened meanwhile, which is asked at the same time. */
export async function askControlPanel(
  reading: Reading,
  asked: Promise<MeasureFindings>,
): Promise<ControlPanel> {
  const { record, viewer, windows, filters, drawAs } = reading;
  const [findings, meanwhile, decided] = await Promise.all([
    asked,
    afterOthers().then(() => listMeanwhile(record, viewer, windows.current)),
    judgingOf(reading),
  ]);
  const { rebases = [] } = decided(findings.measure.id).judging;
  const { events, breaks: all } = meanwhile;
  const breaks = all.filter((each) => isBrokenBy(each, findings.measure, filters));
  const elsewhere = new Set(all.filter((each) => !breaks.includes(each)).map(({ eventId }) => eventId));
  const drawn = events.filter(({ eventId }) => !elsewhere.has(eventId));
  const happened = withRebases([...drawn, ...toSessions(reading, meanwhile)], rebases);
  return controlPanel(findings, { ...contextOf(reading), breaks }, happened, drawAs?.kind);
}

/** The training that was held meanwhile, of the teams that are looked at. */
function toSessions({ filters, today }: Reading, { trainings }: Meanwhile): DatedEvent[] {
  return toTrainingEvents(
    trainings.filter(({ day }) => day <= today),
    filters,
  );
}

/** What every panel of a reading is told about its period. */
export function contextOf({ windows }: Reading): ChartContext {
  return {
    windows,
    periodWords: windowWords(windows.current),
    comparisonWords: comparisonNoun(windows),
  };
}
