import type { Snapshot } from '@/db/facts/snapshot.ts';
import { countByDimension, countIncidents, findCoverage } from '@/db/queries/incident-counts.ts';
import {
  countKnown,
  type ListOrder,
  listIncidentNumbers,
  listInNumerator,
} from '@/db/queries/incident-list.ts';
import {
  countByFlow,
  countByTrigger,
  countByTriggerAndOutcome,
  countByWeekdayAndHour,
} from '@/db/queries/incident-patterns.ts';
import {
  sumMeasure,
  sumMeasures,
  sumMeasuresByBucket,
  summariseTimeToClose,
  summariseTimeToCloseByBucket,
} from '@/db/queries/measures.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { DIMENSIONS } from '@/lib/filters/dimensions.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** A question about facts with all its choices made but who asks, and for what. */
export type FactQuestion = (snapshot: Snapshot, viewer: Viewer, asked: Asked) => Promise<unknown>;

const DIMENSION_IDS = DIMENSIONS.map(({ id }) => id);
const FRACTIONS = MEASURE_IDS.filter((id) => MEASURES[id].aggregate !== 'median');
const BUCKETS = ['week', 'month'] as const;
const FIGURES = ['occurred', 'number', 'severity', 'minutesToClose'] as const;
const ORDERS: ListOrder[] = [
  ...FIGURES.flatMap((by) => [true, false].map((descending): ListOrder => ({ by, descending }))),
  { by: 'dimension', dimension: 'outcome', codes: [3, 1, 2] },
  { by: 'dimension', dimension: 'channel', codes: [2] },
];

/**
 * Every question about facts by its name, with each of its own choices: what the two engines are compared by and what
 * the benchmark measures. Every answer has an order.
 */
export const FACT_QUESTIONS: Readonly<Record<string, readonly FactQuestion[]>> = {
  countIncidents: [countIncidents],
  findCoverage: [findCoverage],
  countByDimension: DIMENSION_IDS.map(
    (dimension) => (snapshot, viewer, asked) => countByDimension(snapshot, viewer, asked, dimension),
  ),
  listIncidentNumbers: ORDERS.map(
    (order) => (snapshot, viewer, asked) =>
      listIncidentNumbers(snapshot, viewer, asked, order, { limit: 50, offset: 20 }),
  ),
  listInNumerator: FRACTIONS.map((measure) => async (snapshot, viewer, asked) => {
    const numbers = await listInNumerator(snapshot, viewer, { ...asked, measure }, numbersTo(200));
    return [...numbers].sort((one, other) => one - other);
  }),
  countKnown: [countKnown],
  countByTrigger: [countByTrigger],
  countByTriggerAndOutcome: [countByTriggerAndOutcome],
  countByFlow: [countByFlow],
  countByWeekdayAndHour: [countByWeekdayAndHour],
  sumMeasure: FRACTIONS.map(
    (measure) => (snapshot, viewer, asked) => sumMeasure(snapshot, viewer, asked, measure),
  ),
  sumMeasures: [(snapshot, viewer, asked) => sumMeasures(snapshot, viewer, asked, FRACTIONS)],
  sumMeasuresByBucket: BUCKETS.map(
    (bucket) => (snapshot, viewer, asked) => sumMeasuresByBucket(snapshot, viewer, asked, FRACTIONS, bucket),
  ),
  summariseTimeToClose: [summariseTimeToClose],
  summariseTimeToCloseByBucket: BUCKETS.map(
    (bucket) => (snapshot, viewer, asked) => summariseTimeToCloseByBucket(snapshot, viewer, asked, bucket),
  ),
};

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
