import { countIncidents } from '@/db/queries/incident-counts.ts';
import { summariseTimeToClose, summariseTimeToCloseByBucket } from '@/db/queries/measures.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { SumsRow } from '@/db/reports/sums-together.ts';
import type { Asked } from '@/db/where.ts';
import {
  findMeasure,
  type Measured,
  type MeasureFindings,
  type MeasureQuestion,
} from '@/lib/analysis/measure-findings.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** What is found in a measure. Within one reading its card, its chart and whoever else asks share one answer. */
export function askFindings(reading: Reading, measure: MeasureId): Promise<MeasureFindings> {
  const known = found.get(reading) ?? new Map<MeasureId, Promise<MeasureFindings>>();
  found.set(reading, known);
  const findings = known.get(measure) ?? askAndFind(reading, measure);
  known.set(measure, findings);
  return findings;
}

async function askAndFind(reading: Reading, measure: MeasureId): Promise<MeasureFindings> {
  const [question, decided] = await Promise.all([askMeasure(reading, measure), judgingOf(reading)]);
  return findMeasure({ ...question, ...decided(measure) });
}

const found = new WeakMap<Reading, Map<MeasureId, Promise<MeasureFindings>>>();

/**
 * Asks the facts what card and chart of a measure are made from: the whole window and its buckets, now and in the
 * comparison, which is the same questions with another window.
 */
export async function askMeasure(reading: Reading, measureId: MeasureId): Promise<MeasureQuestion> {
  const { asked, askedBefore, askedAlso, windows, bucket } = reading;
  const [now, before, also] = await Promise.all([
    askWindow(reading, asked, measureId),
    askedBefore ? askWindow(reading, askedBefore, measureId) : null,
    askedAlso ? askWindow(reading, askedAlso, measureId) : null,
  ]);
  return { measure: MEASURES[measureId], bucket, windows, now, before, also };
}

async function askWindow(reading: Reading, asked: Asked, measureId: MeasureId): Promise<Measured> {
  if (MEASURES[measureId].aggregate === 'median') return askDurations(reading, asked);
  const [rows, pending] = await Promise.all([
    reading.sums(asked, measureId),
    measureId === 'resolution_rate' ? countPending(reading, asked) : undefined,
  ]);
  // Every incident lies in one bucket, so that what is said of the whole cannot differ from its course.
  const sum = (of: (row: SumsRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    total: sum((row) => row.total),
    overall: { numerator: sum((row) => row.numerator), denominator: sum((row) => row.denominator) },
    rows,
    ...(pending === undefined ? {} : { pending }),
  };
}

async function askDurations({ snapshot, viewer, bucket }: Reading, asked: Asked): Promise<Measured> {
  const [overall, rows] = await Promise.all([
    summariseTimeToClose(snapshot, viewer, asked),
    summariseTimeToCloseByBucket(snapshot, viewer, asked, bucket),
  ]);
  return { total: overall.all, overall, rows };
}

/** Incidents whose outcome is still to come: counted beside the rates that leave them out. */
async function countPending({ snapshot, viewer, vocabularies }: Reading, asked: Asked): Promise<number> {
  const codes = vocabularies.outcome.filter(({ id }) => id === 'follow_up_pending').map(({ code }) => code);
  const pending = { dimension: 'outcome', exclude: false, codes } as const;
  return countIncidents(snapshot, viewer, { ...asked, selections: [...asked.selections, pending] });
}
