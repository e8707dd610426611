import { listEvents } from '@/db/queries/events.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { MeasureFindings } from '@/lib/analysis/measure-findings.ts';
import { withRebases } from '@/lib/charts/chart-events.ts';
import type { ChartContext } from '@/lib/charts/context.ts';
import { type ControlPanel, controlPanel } from '@/lib/charts/control-chart.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { comparisonNoun } from '@/lib/filters/period-words.ts';

/** What was found in a measure as a control chart, with what happened meanwhile. */
export async function askControlPanel(reading: Reading, findings: MeasureFindings): Promise<ControlPanel> {
  const [events, decided] = await Promise.all([
    listEvents(reading.record, reading.viewer, reading.windows.current),
    judgingOf(reading),
  ]);
  const { rebases = [] } = decided(findings.measure.id).judging;
  return controlPanel(findings, contextOf(reading), withRebases(events, rebases), reading.drawAs?.kind);
}

/** What every panel of a reading is told about its period. */
export function contextOf({ windows }: Reading): ChartContext {
  return {
    windows,
    periodWords: windowWords(windows.current),
    comparisonWords: comparisonNoun(windows),
  };
}
