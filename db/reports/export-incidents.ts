import {
  type ExportedRow,
  listExportedRows,
  listNumbersAmong,
  listNumbersBelow,
} from '@/db/queries/exported-incidents.ts';
import { exporterOf } from '@/db/reports/exported-incident.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { openSearch } from '@/db/reports/search.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { ExportedIncident } from '@/lib/export/incident-file.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';

const NUMBERS_AT_ONCE = 50_000;
const ROWS_AT_ONCE = 2000;
const ASKED_AHEAD = 2;
const HIGHEST = 2_147_483_647;

/** Incidents on their way out, and what says how they were chosen. */
export interface IncidentExport {
  frame: FrameModel;
  /** How many there are. */
  count: number;
  /** Two thousand at a time, the highest number first. */
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

/** The next rows are asked for while these are made into a file, by two connections in turn. */
async function* rowsOf(
  record: RecordDatabase,
  viewer: Viewer,
  stretches: readonly Int32Array[],
  toExported: (row: ExportedRow) => ExportedIncident,
): AsyncGenerator<ExportedIncident[]> {
  const coming: Promise<ExportedRow[]>[] = [];
  try {
    for (const numbers of piecesOf(stretches)) {
      const asked = listExportedRows(record, viewer, numbers);
      // Whoever takes the file meets the failure in its turn.
      asked.catch(() => {});
      coming.push(asked);
      const ready = coming.length > ASKED_AHEAD ? coming.shift() : undefined;
      if (ready) yield inOrder(await ready, toExported);
    }
    for (let ready = coming.shift(); ready; ready = coming.shift()) yield inOrder(await ready, toExported);
  } finally {
    await Promise.allSettled(coming);
  }
}

function* piecesOf(stretches: readonly Int32Array[]): Generator<number[]> {
  for (const stretch of stretches)
    for (let from = 0; from < stretch.length; from += ROWS_AT_ONCE)
      yield [...stretch.subarray(from, from + ROWS_AT_ONCE)];
}

function inOrder(
  rows: readonly ExportedRow[],
  toExported: (row: ExportedRow) => ExportedIncident,
): ExportedIncident[] {
  return rows.map(toExported).sort((one, other) => Number(other.number) - Number(one.number));
}
