import 'server-only';
import { fileName, type IncidentsTaken, incidentsMadeFrom } from '@/app/_server/captions.ts';
import type { IncidentExport } from '@/db/reports/export-incidents.ts';
import { IncidentFile, type IncidentFormat } from '@/lib/export/incident-file.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' };

interface FileOf extends IncidentsTaken {
  format: IncidentFormat;
  /** Whether a CSV begins with a byte order mark. */
  mark: boolean;
}

/** Incidents as a file that is sent as they are read. */
export function incidentsFile({ frame, count, pieces }: IncidentExport, of: FileOf): Response {
  const file = new IncidentFile(of);
  let isBegun = false;
  const body = new ReadableStream({
    async pull(controller) {
      if (!isBegun) {
        isBegun = true;
        controller.enqueue(file.begin(incidentsMadeFrom(frame, count, of)));
        return;
      }
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(file.rows(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  const name = of.isSelected ? 'selected-incidents' : 'incidents';
  return new Response(body, {
    headers: {
      'content-type': TYPES[of.format],
      'content-disposition': `attachment; filename="${fileName(name, frame, of.format)}"`,
      'cache-control': 'no-store',
    },
  });
}
