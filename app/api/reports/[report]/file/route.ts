import { download } from '@/app/_server/download.ts';
import { respond } from '@/app/_server/respond.ts';
import { noteExport } from '@/db/commands/note-export.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { reportFile } from '@/db/reports/report-file.ts';

/** The file of a report, for whoever asked for it or took it out. Who takes it is noted first. */
export const GET = respond<{ report: string }>(
  async ({ viewer, params }) => {
    const { reportId, ...file } = await reportFile(viewer, params.report);
    const what = { subject: `report:${reportId}`, what: 'report' } as const;
    await noteExport(await theRecord(), viewer, what, new Date());
    return download(file);
  },
  { right: 'take_out', quota: 'export' },
);
