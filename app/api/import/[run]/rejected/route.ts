import { respond } from '@/app/_server/respond.ts';
import { noteExport } from '@/db/commands/note-export.ts';
import { importProgress, rejectedRows } from '@/db/reports/imports.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { RejectedCsv } from '@/lib/export/rejected-csv.ts';
import { toRunNumber } from '@/lib/intake/run-number.ts';

/** The rows that an import rejected, as a CSV file to be mended and imported again. Who takes it is noted. */
export const GET = respond<{ run: string }>(
  async ({ viewer, params }) => {
    const run = toRunNumber(params.run);
    await importProgress(viewer, run);
    const taken = { subject: `import:${run}`, what: 'rejected_rows' } as const;
    await noteExport(await theRecord(), viewer, taken, new Date());
    const csv = new RejectedCsv();
    const pieces = rejectedRows(viewer, run);
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
        'content-disposition': `attachment; filename="import-${run}-rejected.csv"`,
      },
    });
  },
  { right: 'import', quota: 'export' },
);
