import { fileName, incidentsMadeFrom } from '@/app/_server/captions.ts';
import { respond } from '@/app/_server/respond.ts';
import { noteExport } from '@/db/commands/note-export.ts';
import { exportIncidents } from '@/db/reports/export-incidents.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { Invalid } from '@/lib/errors.ts';
import { INCIDENT_FORMATS, IncidentFile, type IncidentFormat } from '@/lib/export/incident-file.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' };

/** The incidents that the filters leave as a file, all of them, as they are read. Who takes it is noted first. */
export const GET = respond(
  async ({ viewer, request }) => {
    const asked = new URL(request.url).searchParams;
    const format = readFormat(asked.get('format'));
    const { frame, count, pieces } = await exportIncidents(viewer, parseFiltersOfPeople(asked));
    const what = { subject: 'incidents', what: 'incidents' } as const;
    await noteExport(await theRecord(), viewer, what, new Date());
    const file = new IncidentFile({ format, mark: asked.get('mark') !== 'no' });
    let isBegun = false;
    const body = new ReadableStream({
      async pull(controller) {
        if (!isBegun) {
          isBegun = true;
          controller.enqueue(file.begin(incidentsMadeFrom(frame, count)));
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
    return new Response(body, {
      headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="${fileName('incidents', frame, format)}"`,
        'cache-control': 'no-store',
      },
    });
  },
  { right: 'export', quota: 'export' },
);

function readFormat(text: string | null): IncidentFormat {
  const format = INCIDENT_FORMATS.find((one) => one === text);
  if (!format) throw new Invalid([{ field: 'format', message: 'Give format=csv or ndjson.' }]);
  return format;
}
