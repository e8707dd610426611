import { dated, type FactQuestions } from '@/db/queries/fact-question.ts';
import {
  sumMeasureBy,
  sumMeasures,
  sumMeasuresBy,
  sumMeasuresByBucket,
  sumMeasuresByBucketInWindows,
  sumMeasuresByEach,
  sumMeasuresInWindows,
} from '@/db/queries/measures.ts';
import type { Asked } from '@/db/where.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

const BUCKETS = ['week', 'month'] as const;
/** Dimensions that every record has, that only incidents have, and that are not always known. */
const CUTS = [
  ['trigger', null],
  ['team', 'week'],
  ['path', null],
  ['hour', 'month'],
] as const;
/** Each by itself: with values that are not known, of every record, and of incidents alone. */
const WAYS = [null, 'hour', 'team', 'path'] as const;

/** What is asked of several windows at once. */
const OF_INCIDENTS = MEASURE_IDS.filter((id) => MEASURES[id].grain === 'incident');

/** A window, where there is one, with the year before its first day. */
function withYearBefore(given: Asked): Asked[] {
  const asked = dated(given);
  if (!asked.window) return [asked];
  const until = asked.window.from;
  return [asked, { ...asked, window: { from: shiftDays(until, -365), until } }];
}

/** The questions about the sums of measures, as `FACT_QUESTIONS` has them. */
export const MEASURE_QUESTIONS: FactQuestions = {
  sumMeasures: [(snapshot, viewer, asked) => sumMeasures(snapshot, viewer, dated(asked), MEASURE_IDS)],
  sumMeasuresByBucket: BUCKETS.map(
    (bucket) => (snapshot, viewer, asked) =>
      sumMeasuresByBucket(snapshot, viewer, dated(asked), MEASURE_IDS, bucket),
  ),
  sumMeasuresInWindows: [
    (snapshot, viewer, asked) => sumMeasuresInWindows(snapshot, viewer, withYearBefore(asked), OF_INCIDENTS),
  ],
  sumMeasuresByBucketInWindows: BUCKETS.map(
    (bucket) => (snapshot, viewer, asked) =>
      sumMeasuresByBucketInWindows(snapshot, viewer, withYearBefore(asked), OF_INCIDENTS, bucket),
  ),
  sumMeasuresBy: CUTS.map(
    ([dimension, bucket]) =>
      (snapshot, viewer, asked) =>
        sumMeasuresBy(snapshot, viewer, dated(asked), MEASURE_IDS, dimension, bucket),
  ),
  sumMeasuresByEach: [null, ...BUCKETS].map(
    (bucket) => (snapshot, viewer, asked) =>
      sumMeasuresByEach(snapshot, viewer, [dated(asked)], MEASURE_IDS, WAYS, bucket),
  ),
  sumMeasureBy: [
    (snapshot, viewer, asked) => sumMeasureBy(snapshot, viewer, asked, 'escalation_rate', 'hour', 'month'),
  ],
};
