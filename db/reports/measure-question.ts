import { listRareEvents } from '@/db/queries/rare-events.ts';
import { contactsOf } from '@/db/reports/contacts.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { Asked } from '@/db/where.ts';
import {
  findMeasure,
  type Measured,
  type MeasureFindings,
  type MeasureQuestion,
} from '@/lib/analysis/measure-findings.ts';
import { findBetween, type RareKind, rareKind, usualRareKind } from '@/lib/analysis/rare-events.ts';
import { DIMENSIONS, type DimensionId } from '@/lib/filters/dimensions.ts';
import { narrowsIncidentsOnly } from '@/lib/measures/contacts.ts';
import type { Measure } from '@/lib/measures/measure.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { inCurrency, inWholeUnits } from '@/lib/measures/money.ts';
import { addUp } from '@/lib/measures/sums.ts';
import type { ChartKind } from '@/lib/statistics/control-chart.ts';

/** What is found in a measure. Within one reading its card, its chart and whoever else asks share one answer. */
export function askFindings(reading: Reading, measure: MeasureId): Promise<MeasureFindings> {
  const { drawAs } = reading;
  if (drawAs?.measure !== measure) return askFitting(reading, measure);
  const { kind } = drawAs;
  return once(reading, `${measure} as ${kind}`, async () => {
    if (kind !== 'g' && kind !== 't') return askAndFind(reading, measure, kind);
    const weekly = await askWeekly(reading, measure);
    const rare = rareKind(weekly);
    return rare?.kind === kind ? askBetween(reading, weekly, rare) : weekly;
  });
}

/**
 * The same by the chart that fits, whatever a person wants to see: what is kept for others is judged by it. Of few events
 * it is one of what lies between them.
 */
export function askFitting(reading: Reading, measure: MeasureId): Promise<MeasureFindings> {
  return once(reading, `${measure} as fits`, async () => {
    const weekly = await askWeekly(reading, measure);
    const rare = usualRareKind(weekly);
    return rare ? askBetween(reading, weekly, rare) : weekly;
  });
}

/** By weeks or months, and the chart that fits those. */
function askWeekly(reading: Reading, measure: MeasureId): Promise<MeasureFindings> {
  return once(reading, measure, () => askAndFind(reading, measure, null));
}

async function askAndFind(
  reading: Reading,
  measure: MeasureId,
  kind: ChartKind | null,
): Promise<MeasureFindings> {
  const [question, decided] = await Promise.all([askMeasure(reading, measure), judgingOf(reading)]);
  const { judging, target } = decided(measure);
  return findMeasure({ ...question, judging: { ...judging, kind }, target });
}

async function askBetween(
  reading: Reading,
  weekly: MeasureFindings,
  rare: RareKind,
): Promise<MeasureFindings> {
  const { snapshot, viewer, asked } = reading;
  const { id } = weekly.measure;
  const [events, decided] = await Promise.all([
    listRareEvents(snapshot, viewer, asked, id, rare.few),
    judgingOf(reading),
  ]);
  return findBetween(weekly, rare, events, decided(id).judging);
}

function once(reading: Reading, key: string, ask: () => Promise<MeasureFindings>): Promise<MeasureFindings> {
  const known = found.get(reading) ?? new Map<string, Promise<MeasureFindings>>();
  found.set(reading, known);
  const findings = known.get(key) ?? ask();
  known.set(key, findings);
  return findings;
}

const found = new WeakMap<Reading, Map<string, Promise<MeasureFindings>>>();

/**
 * Asks the facts what card and chart of a measure are made from: the whole window and its buckets, now and in the
 * comparison, which is the same questions with another window.
 */
export async function askMeasure(reading: Reading, measureId: MeasureId): Promise<MeasureQuestion> {
  const { asked, askedBefore, askedAlso, windows, bucket, workspace, filters } = reading;
  const measure = inCurrency(MEASURES[measureId], workspace.currency);
  const [now, before, also, contacts] = await Promise.all([
    askWindow(reading, asked, measure),
    askedBefore ? askWindow(reading, askedBefore, measure) : null,
    askedAlso ? askWindow(reading, askedAlso, measure) : null,
    measure.grain === 'contact' || measure.aggregate === 'count' ? contactsOf(reading) : null,
  ]);
  const numeratorOnly = measure.grain === 'contact' ? narrowsIncidentsOnly(filters).map(toWord) : [];
  return { measure, bucket, windows, now, before, also, numeratorOnly, contacts };
}

async function askWindow({ sums }: Reading, asked: Asked, measure: Measure): Promise<Measured> {
  const { id } = measure;
  const [rows, incidents, overall] = await Promise.all([
    sums.byBucket(asked, id),
    sums.byBucket(asked, 'incidents'),
    isMoreThanItsBuckets(measure) ? sums.whole(asked, id) : null,
  ]);
  // Every record lies in one bucket, so that what is said of the whole cannot differ from its course.
  const total = incidents.reduce((sum, { numerator }) => sum + numerator, 0);
  const told = rows.map((row) => inWholeUnits(measure, row));
  return { total, overall: overall ?? addUp(measure, told), rows: told };
}

/** "trigger", "level reached", "measure" */
function toWord(narrowing: DimensionId | 'measure' | 'agent'): string {
  return (DIMENSIONS.find(({ id }) => id === narrowing)?.label ?? narrowing).toLowerCase();
}

/** The middle of all is not to be had from the middles of its weeks; nor are weeks of agents that lie in two months. */
function isMoreThanItsBuckets({ aggregate, grain }: Measure): boolean {
  return aggregate === 'median' || grain === 'agent_week';
}
