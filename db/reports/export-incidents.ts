import {
  type ExportedRow,
  listExportedRows,
  listNumbersAmong,
  listNumbersBelow,
} from '@/db/queries/exported-incidents.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { openSearch } from '@/db/reports/search.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { ExportedIncident } from '@/lib/export/incident-file.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';
import { currencyDigits } from '@/lib/measures/money.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import {
  CUSTOMER_STATES,
  fromCode,
  KINDS,
  OUTCOMES,
  PRECISIONS,
  STATUSES,
} from '@/lib/taxonomy/fixed-sets.ts';

const NUMBERS_AT_ONCE = 50_000;
const ROWS_AT_ONCE = 1000;
const HIGHEST = 2_147_483_647;

/** Incidents on their way out, and what says how they were chosen. */
export interface IncidentExport {
  frame: FrameModel;
  /** How many there are. */
  count: number;
  /** A thousand at a time, the highest number first. */
  pieces: AsyncGenerator<ExportedIncident[]>;
}

/** What is taken of what the filters leave. */
interface Taken {
  record?: RecordDatabase;
  now?: number;
  /** Only what says this; empty without a search. */
  search?: string;
  /** These alone, whatever the filters are; those out of the viewer's scope are left out. */
  numbers?: readonly number[];
}

/**
 * Everything that the filters leave, to be taken out row by row, what a search found among it, or incidents that were
 * chosen one by one. Which incidents it is is settled first, in one reading; their rows follow from the record as fast
 * as they are taken, so that memory does not grow with them.
 */
export async function exportIncidents(
  viewer: Viewer,
  filters: Filters,
  { now, search = '', numbers, ...options }: Taken = {},
): Promise<IncidentExport> {
  demand(viewer, 'export');
  const record = options.record ?? (await theRecord());
  const reading = await openReading(record, viewer, filters, now);
  try {
    const stretches = numbers
      ? [Int32Array.from(await listNumbersAmong(record, viewer, numbers))]
      : await stretchesOf(await openList(reading, search));
    const toExported = exporterOf(reading.vocabularies);
    return {
      frame: toFrame(reading),
      count: stretches.reduce((sum, { length }) => sum + length, 0),
      pieces: rowsOf(record, viewer, stretches, toExported),
    };
  } finally {
    await reading.snapshot.close();
  }
}

type ListBelow = (below: number) => Promise<number[]>;

/** The numbers of a list below one, the highest first: from the facts, or of what a search found. */
async function openList(reading: Reading, text: string): Promise<ListBelow> {
  const search = await openSearch(reading, text);
  if (!search) {
    const { snapshot, viewer, asked } = reading;
    return (below) => listNumbersBelow(snapshot, viewer, asked, below, NUMBERS_AT_ONCE);
  }
  const found = await search.open({ ...DEFAULT_LIST, sort: 'number', descending: true });
  return async (below) => {
    const from = { value: below, occurredOn: '', occurredMinute: 0, number: below };
    const keys = await found.list({ limit: NUMBERS_AT_ONCE, from, backwards: false });
    return keys.map(({ number }) => number);
  };
}

async function stretchesOf(listBelow: ListBelow): Promise<Int32Array[]> {
  const stretches: Int32Array[] = [];
  let below = HIGHEST;
  for (;;) {
    const numbers = await listBelow(below);
    stretches.push(Int32Array.from(numbers));
    below = numbers.at(-1) ?? 0;
    if (numbers.length < NUMBERS_AT_ONCE) return stretches;
  }
}

async function* rowsOf(
  record: RecordDatabase,
  viewer: Viewer,
  stretches: readonly Int32Array[],
  toExported: (row: ExportedRow) => ExportedIncident,
): AsyncGenerator<ExportedIncident[]> {
  for (const stretch of stretches) {
    for (let from = 0; from < stretch.length; from += ROWS_AT_ONCE) {
      const rows = await listExportedRows(record, viewer, [...stretch.subarray(from, from + ROWS_AT_ONCE)]);
      yield rows.sort((one, other) => other.number - one.number).map(toExported);
    }
  }
}

function exporterOf(vocabularies: Vocabularies): (row: ExportedRow) => ExportedIncident {
  const ids = new Map<DimensionId, Map<number, string>>();
  const idOf = (dimension: DimensionId, code: number | null, by: 'id' | 'label' = 'id') => {
    if (code === null || code === UNKNOWN_CODE) return null;
    let known = ids.get(dimension);
    if (!known) {
      known = new Map(vocabularies[dimension].map((term) => [term.code, term[by]]));
      ids.set(dimension, known);
    }
    return known.get(code) ?? String(code);
  };
  return (row) => ({
    number: row.number,
    source: row.source,
    id: row.externalId,
    kind: fromCode(KINDS, row.kind),
    occurredAt: toIso(row.occurredAt, row.occurredPrecision),
    reportedAt: toIso(row.reportedAt, row.reportedPrecision),
    closedAt: toIso(row.closedAt, row.closedPrecision),
    status: fromCode(STATUSES, row.status),
    channel: idOf('channel', row.channel),
    journeyStage: idOf('stage', row.journeyStage),
    product: idOf('product', row.product, 'label'),
    site: idOf('site', row.siteId, 'label'),
    team: idOf('team', row.teamId, 'label'),
    agent: row.agent,
    customer: row.customer,
    trigger: idOf('trigger', row.trigger) ?? 'unclassified',
    customerState: fromCode(CUSTOMER_STATES, row.customerState),
    severity: row.severity,
    intensityBefore: row.intensityBefore,
    intensityAfter: row.intensityAfter,
    outcome: fromCode(OUTCOMES, row.outcome),
    path: idOf('path', row.path),
    levelReached: idOf('level', row.levelReached),
    minutesToClose: row.minutesToClose,
    compensation:
      row.compensationMinor === null ? null : row.compensationMinor / 10 ** currencyDigits(row.currency),
    currency: row.currency,
    csat: row.csat,
    topic: row.topic,
    narrative: row.narrative,
    resolution: row.resolution,
  });
}

/** As exact as it is known: an instant in UTC, a date, a month. */
function toIso(at: Date | null, precision: number | null): string | null {
  if (at === null) return null;
  const text = at.toISOString();
  const exact = fromCode(PRECISIONS, precision ?? 0);
  if (exact === 'minute') return `${text.slice(0, 19)}Z`;
  return exact === 'day' ? text.slice(0, 10) : text.slice(0, 7);
}
