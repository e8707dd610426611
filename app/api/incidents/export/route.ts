import { download } from '@/app/_server/download.ts';
import { respond } from '@/app/_server/respond.ts';
import { noteExport } from '@/db/commands/note-export.ts';
import { exportIncidents } from '@/db/reports/export-incidents.ts';
import { incidentsFile } from '@/db/reports/incidents-file.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { Invalid } from '@/lib/errors.ts';
import { FILE_PARAMETERS, INCIDENT_FORMATS, type IncidentFormat } from '@/lib/export/incident-file.ts';
import { readSelection } from '@/lib/export/selected-incidents.ts';
import { parseListState } from '@/lib/filters/list-state.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';

/** The incidents of a list as a file, all of them, as they are read. Who takes it is noted first. */
export const GET = respond(
  async ({ viewer, request }) => {
    const asked = new URL(request.url).searchParams;
    const format = readFormat(asked.get('format'));
    const { search } = parseListState(asked).list;
    const taken = await exportIncidents(viewer, parseFiltersOfPeople(asked, FILE_PARAMETERS), { search });
    const what = { subject: 'incidents', what: 'incidents' } as const;
    await noteExport(await theRecord(), viewer, what, new Date());
    const mark = asked.get('mark') !== 'no';
    return download(incidentsFile(taken, { format, mark, search, isSelected: false }));
  },
  { right: 'export', quota: 'export' },
);

/** The same of incidents that were selected one by one: a form sends their numbers, and which list they are from. */
export const POST = respond(
  async ({ viewer, request }) => {
    const fields = new URLSearchParams(await request.text());
    const format = readFormat(fields.get('format'));
    const numbers = readSelection(fields.get('numbers') ?? '');
    const from = new URLSearchParams(fields.get('from') ?? '');
    const { search } = parseListState(from).list;
    const taken = await exportIncidents(viewer, parseFiltersOfPeople(from), { numbers });
    const what = { subject: 'incidents', what: 'selected_incidents' } as const;
    await noteExport(await theRecord(), viewer, what, new Date());
    const mark = fields.get('mark') !== 'no';
    return download(incidentsFile(taken, { format, mark, search, isSelected: true }));
  },
  { right: 'export', quota: 'export' },
);

function readFormat(text: string | null): IncidentFormat {
  const format = INCIDENT_FORMATS.find((one) => one === text);
  if (!format) throw new Invalid([{ field: 'format', message: 'Give format=csv or ndjson.' }]);
  return format;
}
