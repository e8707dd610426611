import { setImmediate as othersFirst } from 'node:timers/promises';
import { type SumsInBrief, sumMeasuresByEach } from '@/db/queries/measures.ts';
import type { By } from '@/db/queries/sums/cut.ts';
import { findSeries, layOut, toPart } from '@/db/reports/find-series.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { tellExactly } from '@/db/reports/signals-exactly.ts';
import { WATCHED } from '@/db/reports/watched.ts';
import { FEWEST_EVENTS } from '@/lib/analysis/enough-to-watch.ts';
import type { JudgeSettings } from '@/lib/analysis/judge.ts';
import { lookOver } from '@/lib/analysis/look-over.ts';
import { emptySeries, fillSeries, latestPlace } from '@/lib/analysis/plain-series.ts';
import { layBuckets, placeOf, toPoint } from '@/lib/analysis/series.ts';
import {
  type BriefSeries,
  inBrief,
  judgedLengths,
  type QuietSeries,
  type WatchedSeries,
  type WatchList,
  watch,
  watchTogether,
} from '@/lib/analysis/watch.ts';
import { type ToldSignals, tellSignals } from '@/lib/charts/signals-panel.ts';
import type { Term } from '@/lib/filters/vocabulary.ts';
import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { inCurrency, inWholeUnits } from '@/lib/measures/money.ts';
import { POINTS_FOR_LIMITS } from '@/lib/statistics/control-chart.ts';
import { expectedFalseFlags } from '@/lib/statistics/false-alarms/expected-false-flags.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

const WAYS = [null, ...WATCHED] as const;

/** Values with fewer incidents have too few a bucket in any measure: three a bucket in each of twelve. */
const LEAST = FEWEST_EVENTS * POINTS_FOR_LIMITS;

/** What the watch-list of a reading says, and how many flags chance alone would give; null for rules that are not tabled. */
export interface AskedSignals {
  told: ToldSignals;
  expected: number | null;
}

/** Judges every measure, as a whole and by each value of the watched dimensions: one question a grain for all of them. */
export async function askSignals(reading: Reading): Promise<AskedSignals> {
  const { snapshot, viewer, asked, bucket } = reading;
  const [sums, decided] = await Promise.all([
    sumMeasuresByEach(snapshot, viewer, asked, MEASURE_IDS, WAYS, bucket),
    judgingOf(reading),
  ]);
  const { watched, small } = chooseValues(reading, sums.get('incidents') ?? []);
  const rowsOf = new Map(MEASURE_IDS.map((id) => [id, byValue(sums.get(id) ?? [])]));
  const lists: WatchList[] = [];
  for (const by of WAYS) {
    for (const id of MEASURE_IDS) {
      const rows = rowsOf.get(id)?.get(by);
      const values = by && { dimension: by, watched: watched.get(by), small: small.get(by) };
      lists.push(watch(listSeries(reading, id, rows, decided(id).judging, values)));
    }
    // Hundreds of series take a while: what else the program has to answer comes in between.
    await othersFirst();
  }
  const list = await tellExactly(reading, watchTogether(lists));
  const { rules } = decided('incidents').judging;
  return { told: tellSignals(list), expected: expectedFalseFlags(judgedLengths(list), rules) };
}

/** The series of a measure as a whole or, where there are values, of each of them; one is made when the last is judged. */
function* listSeries(
  reading: Reading,
  id: MeasureId,
  rows: ReadonlyMap<number | null, readonly SumsInBrief[]> | undefined,
  judging: JudgeSettings,
  values: {
    dimension: (typeof WATCHED)[number];
    watched: ReadonlyMap<number, Term> | undefined;
    small: readonly Term[] | undefined;
  } | null,
): Generator<WatchedSeries | QuietSeries | BriefSeries> {
  if (values === null) {
    yield { of: null, findings: findSeries(layOut(reading, id, rows?.get(null) ?? []), judging) };
    return;
  }
  const measure = inCurrency(MEASURES[id], reading.workspace.currency);
  const laid = layBuckets(reading.windows, reading.bucket);
  const plain = emptySeries(laid.buckets);
  const { dimension, watched = new Map<number, Term>(), small = [] } = values;
  for (const [code, term] of watched) {
    const pieces = rows?.get(code);
    const of = { dimension, term };
    if (!pieces) {
      yield inBrief(of, { measure, points: [] });
      continue;
    }
    fillSeries(plain, measure, {
      count: pieces.length,
      placeOf: (row) => placeOf(laid, pieces[row]?.start ?? ''),
      numeratorOf: (row) => pieces[row]?.numerator ?? 0,
      denominatorOf: (row) => pieces[row]?.denominator ?? 0,
      medianOf: (row) => pieces[row]?.median ?? null,
    });
    const looked = lookOver(measure, plain, judging.rules);
    if (looked.verdict === 'drawn')
      yield { of, findings: findSeries(layOut(reading, id, pieces), toPart(judging)) };
    else {
      const bucket = laid.buckets[latestPlace(plain)];
      const row = bucket && pieces.find(({ start }) => start === bucket.start);
      const latest = bucket
        ? toPoint(measure, bucket, row && { ...inWholeUnits(measure, row), start: bucket.start })
        : null;
      const brief = { of, measure, latest };
      yield looked.verdict === 'quiet' ? { ...brief, n: looked.n, usual: looked.usual } : brief;
    }
  }
  for (const term of small) yield inBrief({ dimension, term }, { measure, points: [] });
}

/** The values of each dimension that have enough incidents, and those that do not. */
function chooseValues({ vocabularies }: Reading, counts: readonly SumsInBrief[]) {
  const rows = byValue(counts);
  const watched = new Map<By, Map<number, Term>>();
  const small = new Map<By, Term[]>();
  for (const dimension of WATCHED) {
    const terms = new Map(vocabularies[dimension].map((term) => [term.code, term]));
    const large = new Map<number, Term>();
    const few: Term[] = [];
    for (const [code, pieces] of rows.get(dimension) ?? []) {
      const term = terms.get(code ?? UNKNOWN_CODE);
      const isLarge = pieces.reduce((sum, { numerator }) => sum + numerator, 0) >= LEAST;
      if (term && isLarge) large.set(term.code, term);
      else if (term) few.push(term);
    }
    small.set(
      dimension,
      few.sort((one, other) => one.code - other.code),
    );
    watched.set(dimension, new Map([...large].sort(([one], [other]) => one - other)));
  }
  return { watched, small };
}

/** The pieces of a measure by dimension and code; each in the order of their buckets. */
function byValue(pieces: readonly SumsInBrief[]): Map<By, Map<number | null, SumsInBrief[]>> {
  const found = new Map<By, Map<number | null, SumsInBrief[]>>();
  for (const piece of pieces) {
    const values = found.get(piece.by) ?? new Map<number | null, SumsInBrief[]>();
    if (values.size === 0) found.set(piece.by, values);
    const known = values.get(piece.code);
    if (known) known.push(piece);
    else values.set(piece.code, [piece]);
  }
  return found;
}
