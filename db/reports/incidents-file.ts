import type { IncidentExport } from '@/db/reports/export-incidents.ts';
import { fileName, type IncidentsTaken, incidentsMadeFrom } from '@/lib/export/captions.ts';
import { IncidentFile, type RowsWritten } from '@/lib/export/incident-file.ts';

/** A file on its way out, in pieces that are made as they are taken. */
export interface OutgoingFile {
  name: string;
  contentType: string;
  pieces: AsyncGenerator<Uint8Array>;
}

type FileOf = IncidentsTaken & RowsWritten;

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' };

/** Incidents as a file that is made as they are read. */
export function incidentsFile({ frame, count, pieces }: IncidentExport, of: FileOf): OutgoingFile {
  const file = new IncidentFile(of);
  async function* write() {
    yield file.begin(incidentsMadeFrom(frame, count, of));
    for await (const incidents of pieces) yield file.rows(incidents);
  }
  const name = of.isSelected ? 'selected-incidents' : 'incidents';
  return { name: fileName(name, frame, of.format), contentType: TYPES[of.format], pieces: write() };
}
