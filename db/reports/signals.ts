import { setImmediate as othersFirst } from 'node:timers/promises';
import { type SumsOfBucket, type SumsOfValue, sumMeasuresBy } from '@/db/queries/measures.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import { askFitting } from '@/db/reports/measure-question.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { findMeasure } from '@/lib/analysis/measure-findings.ts';
import { FEWEST_EVENTS, judgedLengths, type WatchedSeries, watch } from '@/lib/analysis/watch.ts';
import { type ToldSignals, tellSignals } from '@/lib/charts/signals-panel.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { inCurrency, inWholeUnits } from '@/lib/measures/money.ts';
import { addUp } from '@/lib/measures/sums.ts';
import { POINTS_FOR_LIMITS } from '@/lib/statistics/control-chart.ts';
import { expectedFalseFlags } from '@/lib/statistics/false-alarms/expected-false-flags.ts';

/** By what each measure is watched besides as a whole. */
export const WATCHED = [
  'trigger',
  'team',
  'channel',
  'product',
  'path',
] as const satisfies readonly DimensionId[];

/** Values with fewer incidents have too few a bucket in any measure: three a bucket in each of twelve. */
const LEAST = FEWEST_EVENTS * POINTS_FOR_LIMITS;

/** What the watch-list of a reading says, and how many flags chance alone would give; null for rules that are not tabled. */
export interface AskedSignals {
  told: ToldSignals;
  expected: number | null;
}

/** Judges every measure, as a whole and by each value of the watched dimensions, one question a dimension and grain. */
export async function askSignals(reading: Reading): Promise<AskedSignals> {
  const [wholes, ...parts] = await Promise.all([
    Promise.all(MEASURE_IDS.map(async (id) => ({ findings: await askFitting(reading, id), of: null }))),
    ...WATCHED.map((dimension) => askDimension(reading, dimension)),
  ]);
  const all = [...wholes, ...parts.flatMap(({ series }) => series)];
  const list = watch(
    all,
    parts.reduce((sum, { unasked }) => sum + unasked, 0),
  );
  const rules = (await judgingOf(reading))('incidents').judging.rules;
  return { told: tellSignals(list), expected: expectedFalseFlags(judgedLengths(list), rules) };
}

async function askDimension(
  reading: Reading,
  dimension: (typeof WATCHED)[number],
): Promise<{ series: WatchedSeries[]; unasked: number }> {
  const { snapshot, viewer, asked, bucket, vocabularies } = reading;
  const values = await sumMeasuresBy(snapshot, viewer, asked, ['incidents'], dimension);
  const large = (values.get('incidents') ?? []).filter(({ numerator }) => numerator >= LEAST);
  const codes = large.map(({ code }) => code ?? 0);
  const unasked = ((values.get('incidents')?.length ?? 0) - codes.length) * MEASURE_IDS.length;
  if (codes.length === 0) return { series: [], unasked };
  const of = { ...asked, selections: [...asked.selections, { dimension, exclude: false, codes }] };
  const [sums, decided] = await Promise.all([
    sumMeasuresBy(snapshot, viewer, of, MEASURE_IDS, dimension, bucket),
    judgingOf(reading),
  ]);
  const terms = new Map(vocabularies[dimension].map((term) => [term.code, term]));
  const series: WatchedSeries[] = [];
  for (const [id, pieces] of sums) {
    const { rules } = decided(id).judging;
    for (const [code, rows] of byCode(pieces)) {
      const term = terms.get(code);
      if (term) series.push({ of: { dimension, term }, findings: find(reading, id, rows, rules) });
    }
    // Hundreds of series take a while: what else the program has to answer comes in between.
    await othersFirst();
  }
  return { series, unasked };
}

function byCode(pieces: readonly SumsOfValue[]): Map<number, SumsOfBucket[]> {
  const rows = new Map<number, SumsOfBucket[]>();
  for (const piece of pieces) {
    if (!isOfBucket(piece)) continue;
    const code = piece.code ?? 0;
    const known = rows.get(code);
    if (known) known.push(piece);
    else rows.set(code, [piece]);
  }
  return rows;
}

function isOfBucket(piece: SumsOfValue): piece is SumsOfValue & SumsOfBucket {
  return piece.start !== null;
}

/** Days on which limits were begun anew were decided for the whole, and are not carried over to its parts. */
function find(
  { bucket, windows, workspace }: Reading,
  id: MeasureId,
  pieces: readonly SumsOfBucket[],
  rules: NonNullable<Parameters<typeof findMeasure>[0]['judging']>['rules'],
) {
  const measure = inCurrency(MEASURES[id], workspace.currency);
  const rows = pieces.map((piece) => inWholeUnits(measure, piece));
  const overall = addUp(measure, rows);
  const now = { total: overall.all, overall, rows };
  return findMeasure({ measure, bucket, windows, now, before: null, judging: rules ? { rules } : {} });
}
