import { respond } from '@/app/_server/respond.ts';
import { noteExport } from '@/db/commands/note-export.ts';
import { auditRows } from '@/db/reports/audit-log.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { AuditCsv } from '@/lib/export/audit-csv.ts';
import { parseAuditFilters } from '@/lib/filters/audit-filters.ts';

/** The rows of the audit log that the filters ask for, all of them, as a CSV file. Who takes it is noted in it first. */
export const GET = respond(
  async ({ viewer, request }) => {
    const { filters } = parseAuditFilters(Object.fromEntries(new URL(request.url).searchParams));
    await noteExport(await theRecord(), viewer, { subject: 'audit_log', what: 'audit_log' }, new Date());
    const csv = new AuditCsv();
    const pieces = auditRows(viewer, filters);
    const body = new ReadableStream({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(csv.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    });
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="lookback-audit-log.csv"',
      },
    });
  },
  { right: 'administer', quota: 'export' },
);
