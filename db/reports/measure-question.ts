import { countIncidents } from '@/db/queries/incident-counts.ts';
import {
  sumMeasure,
  sumMeasureByBucket,
  summariseTimeToClose,
  summariseTimeToCloseByBucket,
} from '@/db/queries/measures.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { Asked } from '@/db/where.ts';
import type { Measured, MeasureQuestion } from '@/lib/analysis/measure-findings.ts';
import { chooseBucket } from '@/lib/analysis/series.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/**
 * Asks the facts what card and chart of a measure are made from: the whole window and its buckets, now and in the
 * comparison, which is the same questions with another window.
 */
export async function askMeasure(reading: Reading, measureId: MeasureId): Promise<MeasureQuestion> {
  const { asked, askedBefore, askedAlso, windows } = reading;
  const [now, before, also] = await Promise.all([
    askWindow(reading, asked, measureId),
    askedBefore ? askWindow(reading, askedBefore, measureId) : null,
    askedAlso ? askWindow(reading, askedAlso, measureId) : null,
  ]);
  return { measure: MEASURES[measureId], bucket: chooseBucket(windows), windows, now, before, also };
}

async function askWindow(reading: Reading, asked: Asked, measureId: MeasureId): Promise<Measured> {
  const { snapshot, viewer, windows } = reading;
  const bucket = chooseBucket(windows);
  const isMedian = MEASURES[measureId].aggregate === 'median';
  const [total, overall, rows, pending] = await Promise.all([
    countIncidents(snapshot, viewer, asked),
    isMedian ? summariseTimeToClose(snapshot, viewer, asked) : sumMeasure(snapshot, viewer, asked, measureId),
    isMedian
      ? summariseTimeToCloseByBucket(snapshot, viewer, asked, bucket)
      : sumMeasureByBucket(snapshot, viewer, asked, measureId, bucket),
    measureId === 'resolution_rate' ? countPending(reading, asked) : undefined,
  ]);
  return { total, overall, rows, ...(pending === undefined ? {} : { pending }) };
}

/** Incidents whose outcome is still to come: counted beside the rates that leave them out. */
async function countPending({ snapshot, viewer, vocabularies }: Reading, asked: Asked): Promise<number> {
  const codes = vocabularies.outcome.filter(({ id }) => id === 'follow_up_pending').map(({ code }) => code);
  const pending = { dimension: 'outcome', exclude: false, codes } as const;
  return countIncidents(snapshot, viewer, { ...asked, selections: [...asked.selections, pending] });
}
