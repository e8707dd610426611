import type { ListOrder, OrderKey } from '@/db/list-order.ts';
import { listContactDays } from '@/db/queries/contact-days.ts';
import { listNumbers } from '@/db/queries/exported-incidents.ts';
import { listWeeksAboveLimit } from '@/db/queries/exposure.ts';
import { dated, type FactQuestion } from '@/db/queries/fact-question.ts';
import { countFollowUpsByReason, countFollowUpsByTeam } from '@/db/queries/follow-ups.ts';
import { countByDimension, countIncidents, findCoverage } from '@/db/queries/incident-counts.ts';
import {
  countBefore,
  countKnown,
  findKey,
  holdsIncident,
  listInNumerator,
  listKeys,
} from '@/db/queries/incident-list.ts';
import {
  countByFlow,
  countByTrigger,
  countByTriggerAndOutcome,
  countByWeekdayAndHour,
} from '@/db/queries/incident-patterns.ts';
import { MEASURE_QUESTIONS } from '@/db/queries/measure-questions.ts';
import { sampleNumbers } from '@/db/queries/narratives.ts';
import { listRareEvents } from '@/db/queries/rare-events.ts';
import { countRepeatsByTrigger, countReturns } from '@/db/queries/recurrence.ts';
import { SCAN_QUESTIONS } from '@/db/queries/scan-questions.ts';
import { SKILL_QUESTIONS } from '@/db/queries/skill-questions.ts';
import { sumWeights, sumWeightsByTeam } from '@/db/queries/weights.ts';
import { type Asked, EVERYTHING } from '@/db/where.ts';
import { REPEAT_HORIZONS } from '@/lib/analysis/recurrence/promise-states.ts';
import { DIMENSIONS, isOneValued } from '@/lib/filters/dimensions.ts';
import { RANKED_BY, WEIGHTS } from '@/lib/filters/patterns-state.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

const DIMENSION_IDS = DIMENSIONS.map(({ id }) => id).filter(isOneValued);
const WITH_NUMERATOR = MEASURE_IDS.filter((id) => MEASURES[id].numerator.length > 0);
const FIGURES = ['occurred', 'number', 'severity', 'intensityBefore', 'minutesToClose'] as const;
const ORDERS: ListOrder[] = [
  ...FIGURES.flatMap((by) => [true, false].map((descending): ListOrder => ({ by, descending }))),
  { by: 'dimension', dimension: 'outcome', codes: [3, 1, 2] },
  { by: 'dimension', dimension: 'channel', codes: [2] },
];

/** A place amid most orders, and one among those that are not known. */
const KEY: OrderKey = { value: 3, occurredOn: '2024-03-15', occurredMinute: 28_507_680, number: 400 };
const KEYS = [null, KEY, { ...KEY, value: null }];
const STRETCHES = ORDERS.flatMap((order) =>
  KEYS.flatMap((from) => [false, true].map((backwards) => ({ order, from, backwards }))),
);

/** Of another kind than all, known and not. */
const SOME: Asked = {
  ...EVERYTHING,
  selections: [
    { dimension: 'hour', exclude: false, codes: [9, 10] },
    { dimension: 'outcome', exclude: true, codes: [1] },
  ],
};

/**
 * Every question about facts by its name, with each of its own choices: what the two engines are compared by and what
 * the benchmark measures. Every answer has an order.
 */
export const FACT_QUESTIONS: Readonly<Record<string, readonly FactQuestion[]>> = {
  countIncidents: [countIncidents],
  listContactDays: [listContactDays],
  findCoverage: [findCoverage],
  countByDimension: DIMENSION_IDS.map(
    (dimension) => (snapshot, viewer, asked) => countByDimension(snapshot, viewer, asked, dimension),
  ),
  ...SKILL_QUESTIONS,
  listKeys: STRETCHES.map(
    ({ order, ...stretch }) =>
      (snapshot, viewer, asked) =>
        listKeys(snapshot, viewer, asked, order, { limit: 50, ...stretch }),
  ),
  countBefore: ORDERS.map(
    (order) => (snapshot, viewer, asked) => countBefore(snapshot, viewer, asked, order, KEY),
  ),
  findKey: ORDERS.map((order) => (snapshot, viewer, asked) => findKey(snapshot, viewer, asked, order, 20)),
  holdsIncident: [20, 200, 2000].map(
    (number) => (snapshot, viewer, asked) => holdsIncident(snapshot, viewer, asked, number),
  ),
  listNumbers: [async (snapshot, viewer, asked) => [...(await listNumbers(snapshot, viewer, asked))]],
  listInNumerator: WITH_NUMERATOR.map((measure) => async (snapshot, viewer, asked) => {
    const numbers = await listInNumerator(snapshot, viewer, { ...dated(asked), measure }, numbersTo(200));
    return [...numbers].sort((one, other) => one - other);
  }),
  countKnown: [countKnown],
  listRareEvents: (['above', 'rest'] as const).map(
    (few) => (snapshot, viewer, asked) => listRareEvents(snapshot, viewer, asked, 'escalation_rate', few),
  ),
  countByTrigger: [countByTrigger],
  countByTriggerAndOutcome: [countByTriggerAndOutcome],
  countByFlow: [countByFlow],
  countByWeekdayAndHour: [countByWeekdayAndHour],
  ...SCAN_QUESTIONS,
  sumWeights: RANKED_BY.flatMap((by) =>
    WEIGHTS.map(
      (weight): FactQuestion =>
        (snapshot, viewer, asked) =>
          sumWeights(snapshot, viewer, asked, by, weight),
    ),
  ),
  sumWeightsByTeam: WEIGHTS.map(
    (weight, index) => (snapshot, viewer, asked) =>
      sumWeightsByTeam(snapshot, viewer, asked, RANKED_BY[index] ?? 'trigger', weight),
  ),
  ...MEASURE_QUESTIONS,
  countRepeatsByTrigger: REPEAT_HORIZONS.map(
    (days) => (snapshot, viewer, asked) => countRepeatsByTrigger(snapshot, viewer, dated(asked), days),
  ),
  countReturns: ['2024-05-01', '2024-06-30'].map(
    (until) => (snapshot, viewer, asked) => countReturns(snapshot, viewer, dated(asked), until),
  ),
  countFollowUpsByReason: [
    (snapshot, viewer, asked) => countFollowUpsByReason(snapshot, viewer, dated(asked)),
  ],
  countFollowUpsByTeam: [(snapshot, viewer, asked) => countFollowUpsByTeam(snapshot, viewer, dated(asked))],
  sampleNumbers: [null, SOME].map(
    (but) => (snapshot, viewer, asked) => sampleNumbers(snapshot, viewer, asked, but, 100),
  ),
  listWeeksAboveLimit: [0, 1].map(
    (limit) => (snapshot, viewer, asked) => listWeeksAboveLimit(snapshot, viewer, asked, limit),
  ),
};

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
