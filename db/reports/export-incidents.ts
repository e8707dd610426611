import { type Cells, readInOnePass } from '@/db/one-pass.ts';
import { listNumbers, listNumbersAmong, selectExportedRows } from '@/db/queries/exported-incidents.ts';
import { exporterOf } from '@/db/reports/exported-incident.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { openSearch } from '@/db/reports/search.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { ExportedIncident } from '@/lib/export/incident-file.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';

/** Incidents on their way out, and what says how they were chosen. */
export interface IncidentExport {
  frame: FrameModel;
  /** How many there are. */
  count: number;
  /** Some hundreds at a time, the highest number first, all as they were at one moment. */
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
 * chosen one by one. Which incidents it is is settled first, in one reading; their rows follow from the record in one
 * pass, as fast as they are taken, so that memory does not grow with them.
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
    const chosen = numbers
      ? Int32Array.from(await listNumbersAmong(record, viewer, numbers))
      : await listChosen(reading, search);
    const rows = readInOnePass(record, () => selectExportedRows(viewer, chosen));
    return {
      frame: toFrame(reading),
      count: chosen.length,
      pieces: toPieces(rows, exporterOf(reading.vocabularies)),
    };
  } finally {
    await reading.snapshot.close();
  }
}

/** The numbers of the list, the highest first: from the facts, or of what a search found. */
async function listChosen(reading: Reading, text: string): Promise<Int32Array> {
  const search = await openSearch(reading, text);
  return search ? search.listNumbers() : listNumbers(reading.snapshot, reading.viewer, reading.asked);
}

async function* toPieces(
  rows: AsyncGenerator<Cells[]>,
  toExported: (row: Cells) => ExportedIncident,
): AsyncGenerator<ExportedIncident[]> {
  for await (const some of rows) yield some.map(toExported);
}
