import { download } from '@/app/_server/download.ts';
import { respond } from '@/app/_server/respond.ts';
import { noteExport } from '@/db/commands/note-export.ts';
import { readPieces } from '@/db/commands/reports/report-pieces.ts';
import { reportWithFile } from '@/db/reports/kept-report.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { PACK_FORMATS } from '@/lib/packs/formats.ts';

/** The file of a report, for whoever asked for it. Who takes it is noted first. */
export const GET = respond<{ report: string }>(
  async ({ viewer, params }) => {
    const record = await theRecord();
    const file = await reportWithFile(viewer, params.report);
    await noteExport(record, viewer, { subject: `report:${file.reportId}`, what: 'report' }, new Date());
    const { contentType } = PACK_FORMATS[file.format];
    return download({ name: file.fileName, contentType, pieces: readPieces(record, file) });
  },
  { right: 'build_reports', quota: 'export' },
);
