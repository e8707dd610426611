import { setImmediate as othersFirst } from 'node:timers/promises';
import type { By } from '@/db/queries/sums/cut.ts';
import { findSeries, layOut, toPart } from '@/db/reports/find-series.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import { askFitting } from '@/db/reports/measure-question.ts';
import { type PartRebases, partRebasesOf } from '@/db/reports/part-rebases.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { tellExactly } from '@/db/reports/signals-exactly.ts';
import { WATCHED } from '@/db/reports/watched.ts';
import { type SumsByValue, toWholeBuckets, WAYS, watchedSums } from '@/db/reports/watched-sums.ts';
import { FEWEST_EVENTS } from '@/lib/analysis/enough-to-watch.ts';
import type { JudgeSettings } from '@/lib/analysis/judge.ts';
import { lookOver } from '@/lib/analysis/look-over.ts';
import type { MeasureFindings } from '@/lib/analysis/measure-findings.ts';
import {
  emptySeries,
  fillSeries,
  latestPlace,
  type PlacedRows,
  type PlainSeries,
} from '@/lib/analysis/plain-series.ts';
import { rareKind } from '@/lib/analysis/rare-events.ts';
import { type Buckets, layBuckets, toPoint } from '@/lib/analysis/series.ts';
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
import type { Measure } from '@/lib/measures/measure.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { inCurrency, inWholeUnits } from '@/lib/measures/money.ts';
import { POINTS_FOR_LIMITS } from '@/lib/statistics/control-chart.ts';
import { expectedFalseFlags } from '@/lib/statistics/false-alarms/expected-false-flags.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';

/** Values with fewer incidents have too few a bucket in any measure: three a bucket in each of twelve. */
const LEAST = FEWEST_EVENTS * POINTS_FOR_LIMITS;

/** What the watch-list of a reading says, and how many flags chance alone would give; null for rules that are not tabled. */
export interface AskedSignals {
  told: ToldSignals;
  expected: number | null;
}

/** Judges every measure, as a whole and by each value of the watched dimensions. */
export async function askSignals(reading: Reading): Promise<AskedSignals> {
  const whole = toWholeBuckets(reading);
  const [sums, decided, rebased] = await Promise.all([
    watchedSums(whole),
    judgingOf(reading),
    partRebasesOf(reading),
  ]);
  const laid = layBuckets(whole.windows, whole.bucket);
  const plain = emptySeries(laid.buckets);
  const { currency } = reading.workspace;
  const measured = new Map(
    sums.map((each) => [each.id, { ...each, measure: inCurrency(MEASURES[each.id], currency), laid }]),
  );
  const values = chooseValues(reading, measured.get('incidents'));
  const lists: WatchList[] = [];
  for (const by of WAYS) {
    for (const id of MEASURE_IDS) {
      const one = measured.get(id);
      if (!one) throw new Error(`${id} was asked and not answered`);
      const { judging } = decided(id);
      const series = by
        ? listSeries(whole, one, { judging, rebased }, plain, values.get(by))
        : [await ofEverything(reading, whole, one, judging)];
      lists.push(watch(series));
    }
    // Hundreds of series take a while: what else the program has to answer comes in between.
    await othersFirst();
  }
  const list = await tellExactly(reading, watchTogether(lists));
  const { rules } = decided('incidents').judging;
  return { told: tellSignals(list), expected: expectedFalseFlags(judgedLengths(list), rules) };
}

/** A measure with its sums, by value and bucket. */
interface Measured extends SumsByValue {
  measure: Measure;
  laid: Buckets;
}

/** The values of a dimension that have enough incidents, and those that do not. */
interface Values {
  dimension: (typeof WATCHED)[number];
  watched: readonly Term[];
  small: readonly Term[];
}

/** As card and chart judge it; the course of most measures is known already. */
async function ofEverything(
  reading: Reading,
  whole: Reading,
  one: Measured,
  judging: JudgeSettings,
): Promise<WatchedSeries> {
  const places = one.pieces.places.get(null)?.get(null) ?? [];
  const findings = draw(whole, one, places, judging);
  return { of: null, findings: rareKind(findings) ? await askFitting(reading, one.id) : findings };
}

/** The series of each value of a dimension; one is made when the last is judged, all in the same few arrays. */
function* listSeries(
  reading: Reading,
  one: Measured,
  { judging, rebased }: { judging: JudgeSettings; rebased: PartRebases },
  plain: PlainSeries,
  { dimension, watched, small }: Values = { dimension: 'trigger', watched: [], small: [] },
): Generator<WatchedSeries | QuietSeries | BriefSeries> {
  const { measure } = one;
  const places = one.pieces.places.get(dimension);
  for (const term of watched) {
    const of = { dimension, term };
    const own = places?.get(term.code);
    const rebases = rebased({ dimension, id: term.id }, one.id);
    if (!own) yield inBrief(of, { measure, points: [] });
    else if (rebases.length > 0) {
      yield { of, findings: draw(reading, one, own, { ...toPart(judging), rebases }) };
    } else {
      fillSeries(plain, measure, toRows(one, own));
      const looked = lookOver(measure, plain, judging.rules);
      if (looked.verdict === 'drawn') yield { of, findings: draw(reading, one, own, toPart(judging)) };
      else {
        const brief = { of, measure, latest: latestOf(one, own, latestPlace(plain)) };
        yield looked.verdict === 'quiet' ? { ...brief, n: looked.n, usual: looked.usual } : brief;
      }
    }
  }
  for (const term of small) yield inBrief({ dimension, term }, { measure, points: [] });
}

function draw(
  reading: Reading,
  { measure, sums }: Measured,
  places: readonly number[],
  judging: JudgeSettings,
): MeasureFindings {
  return findSeries(layOut(reading, measure.id, places.map(sums.sumsOf)), judging);
}

function toRows({ sums, pieces }: Measured, places: readonly number[]): PlacedRows {
  const at = (row: number) => places[row] ?? -1;
  return {
    count: places.length,
    placeOf: (row) => pieces.bucketOf(at(row)),
    numeratorOf: (row) => sums.numeratorOf(at(row)),
    denominatorOf: (row) => sums.denominatorOf(at(row)),
    medianOf: (row) => sums.medianOf(at(row)),
  };
}

/** The newest whole bucket with a value, which is in a place below 0 where there is none. */
function latestOf({ measure, laid, sums, pieces }: Measured, places: readonly number[], newest: number) {
  const bucket = laid.buckets[newest];
  if (!bucket) return null;
  const own = places.findLast((place) => pieces.bucketOf(place) === newest);
  if (own === undefined) return toPoint(measure, bucket, undefined);
  return toPoint(measure, bucket, inWholeUnits(measure, { ...sums.sumsOf(own), start: bucket.start }));
}

function chooseValues({ vocabularies }: Reading, incidents: Measured | undefined): Map<By, Values> {
  return new Map(
    WATCHED.map((dimension) => {
      const terms = new Map(vocabularies[dimension].map((term) => [term.code, term]));
      const [watched, small]: [Term[], Term[]] = [[], []];
      for (const [code, places] of incidents?.pieces.places.get(dimension) ?? []) {
        const term = terms.get(code ?? UNKNOWN_CODE);
        const counted = places.reduce((sum, place) => sum + (incidents?.sums.numeratorOf(place) ?? 0), 0);
        if (term) (counted >= LEAST ? watched : small).push(term);
      }
      for (const chosen of [watched, small]) chosen.sort((one, other) => one.code - other.code);
      return [dimension, { dimension, watched, small }];
    }),
  );
}
