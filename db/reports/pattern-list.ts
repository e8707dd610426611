import { listKeptPatterns } from '@/db/queries/patterns.ts';
import { contextOf } from '@/db/reports/control-panel.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import { patternsOf } from '@/db/reports/pattern-scan.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import type { KeptAs, ScanList, ScanRow } from '@/lib/charts/scan-model.ts';
import { scanPanel } from '@/lib/charts/scan-panel.ts';
import { scanSpark } from '@/lib/charts/scan-spark.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import { PATTERN_STATUS_LABELS } from '@/lib/patterns/pattern-status.ts';

/** The combinations that have more of something than expected, each with its course and whether it is kept. */
export async function askPatternList(reading: Reading, { all }: { all: boolean }): Promise<Panel<ScanList>> {
  const { windows, vocabularies, filters } = reading;
  const [scan, judging, keptAs] = await Promise.all([
    patternsOf(reading),
    judgingOf(reading),
    askKept(reading),
  ]);
  const { rules } = judging('incidents').judging;
  const findings = scan.findings.map(({ weeks, ...finding }) => ({
    ...finding,
    spark: scanSpark(finding.kind, weeks, windows, rules ? { rules } : {}),
  }));
  return scanPanel({ ...scan, findings }, { ...contextOf(reading), vocabularies, filters, all, keptAs });
}

/** Which of the patterns that the viewer may see is about these incidents of the reading, by this measure. */
async function askKept(reading: Reading): Promise<(keep: ScanRow['keep']) => KeptAs | null> {
  const { record, viewer, filters, windows } = reading;
  const kept = await listKeptPatterns(record, viewer);
  const known = new Map(kept.map((pattern) => [`${pattern.measure} ${pattern.filter}`, pattern]));
  return ({ narrowing, measure }) => {
    const scope = seriesScope(narrow(filters, narrowing, windows.current), viewer);
    const pattern = known.get(`${measure} ${scope}`);
    if (!pattern) return null;
    const { patternId, name, status } = pattern;
    return { patternId, name, status: PATTERN_STATUS_LABELS[status] };
  };
}
