import { nameActors } from '@/db/queries/actor-names.ts';
import { listKeptPatterns, type PatternRow } from '@/db/queries/patterns.ts';
import { labelsOf, toFrame } from '@/db/reports/frame.ts';
import { askPattern, readPattern } from '@/db/reports/pattern-findings.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import type { Spark } from '@/lib/charts/chart-model.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { type PatternState, patternState } from '@/lib/charts/pattern-state.ts';
import { toSpark } from '@/lib/charts/spark.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { chips } from '@/lib/filters/words.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import type { PatternStatus } from '@/lib/patterns/pattern-status.ts';

/** A kept pattern at a glance. */
export interface PatternSummary {
  patternId: number;
  name: string;
  status: PatternStatus;
  owner: string;
  /** "Trigger is billing error; product is Flex tariff" */
  about: string;
  measure: string;
  keptOn: string;
  /** Incidents in the usual period. */
  shown: number;
  state: PatternState;
  spark: Spark | null;
}

export interface KeptPatternsReport {
  /** Those that have come back first, then those with a concern, then the latest. */
  patterns: readonly PatternSummary[];
  /** The period that they are judged by, in words. */
  periodWords: string;
  asOf: number;
  timeZone: string;
  mayKeep: boolean;
}

/** The kept patterns that the viewer may see, with the state of each now: of the usual period, all of one reading. */
export async function keptPatternsReport(
  viewer: Viewer,
  options: { record?: RecordDatabase; now?: number } = {},
): Promise<KeptPatternsReport> {
  demand(viewer, 'see_reports');
  const record = options.record ?? (await theRecord());
  const usual = parseFilters(new URLSearchParams());
  const reading = await openReading(record, viewer, usual, options.now);
  try {
    const rows = await listKeptPatterns(record, viewer);
    const names = await nameActors(
      record,
      rows.map(({ ownerAccount }) => ownerAccount),
    );
    const patterns = await Promise.all(rows.map((row) => summarise(reading, row, names)));
    const { periodWords, timeZone } = toFrame(reading);
    return {
      patterns: patterns.toSorted((one, other) => urgency(other) - urgency(one)),
      periodWords,
      asOf: reading.snapshot.asOf,
      timeZone,
      mayKeep: may(viewer, 'keep_patterns'),
    };
  } finally {
    await reading.snapshot.close();
  }
}

async function summarise(
  base: Reading,
  row: PatternRow,
  names: ReadonlyMap<string, string>,
): Promise<PatternSummary> {
  const reading = readPattern(base, row, base.filters);
  const findings = await askPattern(reading, row);
  const { timeZone } = base.workspace;
  return {
    patternId: row.patternId,
    name: row.name,
    status: row.status,
    owner: names.get(row.ownerAccount) ?? row.ownerAccount,
    about: aboutWords(reading),
    measure: MEASURES[findings.measure.id].label,
    keptOn: formatDate(localDateAt(row.keptAt.getTime(), timeZone)),
    shown: findings.now.total,
    state: patternState(findings, row),
    spark: findings.now.total > 0 && findings.points.length > 0 ? toSpark(findings) : null,
  };
}

/** Which incidents a pattern is about, without the period: "Trigger is billing error; channel is not phone". */
export function aboutWords(reading: Reading): string {
  const said = chips(reading.filters, labelsOf(reading)).map(
    ({ label, verb, valueText }, index) =>
      `${index === 0 ? label : label.toLowerCase()} ${verb} ${valueText}`,
  );
  return said.length === 0 ? 'All incidents' : said.join('; ');
}

function urgency({ state }: PatternSummary): number {
  if (state.returned) return 2;
  return state.verdict.state === 'concern' ? 1 : 0;
}
