import { download } from '@/app/_server/download.ts';
import { respond } from '@/app/_server/respond.ts';
import { takeOutIncidents } from '@/db/commands/take-out-incidents.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { Invalid } from '@/lib/errors.ts';
import {
  FILE_PARAMETERS,
  INCIDENT_FORMATS,
  type IncidentFormat,
  type RowsWritten,
} from '@/lib/export/incident-file.ts';
import { readSelection } from '@/lib/export/selected-incidents.ts';
import { parseListState } from '@/lib/filters/list-state.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';

/** The incidents of a list as a file, all of them, as they are read. Who takes it is noted first. */
export const GET = respond(
  async ({ viewer, request }) => {
    const asked = new URL(request.url).searchParams;
    const written = readWritten(asked);
    const { search } = parseListState(asked).list;
    const filters = parseFiltersOfPeople(asked, FILE_PARAMETERS);
    const wanted = { filters, search, numbers: null, written };
    return download(await takeOutIncidents(await theRecord(), viewer, wanted, new Date()));
  },
  { right: 'export', quota: 'export', isKept: true },
);

/** The same of incidents that were selected one by one: a form sends their numbers, and which list they are from. */
export const POST = respond(
  async ({ viewer, request }) => {
    const fields = new URLSearchParams(await request.text());
    const written = readWritten(fields);
    const numbers = readSelection(fields.get('numbers') ?? '');
    const from = new URLSearchParams(fields.get('from') ?? '');
    const { search } = parseListState(from).list;
    const wanted = { filters: parseFiltersOfPeople(from), search, numbers, written };
    return download(await takeOutIncidents(await theRecord(), viewer, wanted, new Date()));
  },
  { right: 'export', quota: 'export' },
);

function readWritten(fields: URLSearchParams): RowsWritten {
  return { format: readFormat(fields.get('format')), mark: fields.get('mark') !== 'no' };
}

function readFormat(text: string | null): IncidentFormat {
  const format = INCIDENT_FORMATS.find((one) => one === text);
  if (!format) throw new Invalid([{ field: 'format', message: 'Give format=csv or ndjson.' }]);
  return format;
}
