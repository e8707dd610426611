import { setImmediate as afterOthers } from 'node:timers/promises';
import { listEvents } from '@/db/queries/events.ts';
import { listBreaks } from '@/db/queries/taxonomy-breaks.ts';
import { listTrainingDays } from '@/db/queries/training-days.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { may } from '@/lib/access.ts';
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
  const [findings, [events, sessions, all], decided] = await Promise.all([
    asked,
    afterOthers().then(() =>
      Promise.all([
        listEvents(record, viewer, windows.current),
        askSessions(reading),
        listBreaks(record, viewer),
      ]),
    ),
    judgingOf(reading),
  ]);
  const { rebases = [] } = decided(findings.measure.id).judging;
  const breaks = all.filter((each) => isBrokenBy(each, findings.measure, filters));
  const elsewhere = new Set(all.filter((each) => !breaks.includes(each)).map(({ eventId }) => eventId));
  const drawn = events.filter(({ eventId }) => !elsewhere.has(eventId));
  const happened = withRebases([...drawn, ...sessions], rebases);
  return controlPanel(findings, { ...contextOf(reading), breaks }, happened, drawAs?.kind);
}

/** The training that was held meanwhile, of the teams that are looked at, for those who may know of it. */
async function askSessions({ record, viewer, windows, filters, today }: Reading): Promise<DatedEvent[]> {
  if (!may(viewer, 'see_training')) return [];
  const days = await listTrainingDays(record, viewer, windows.current);
  return toTrainingEvents(
    days.filter(({ day }) => day <= today),
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
