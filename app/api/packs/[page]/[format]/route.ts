import { download } from '@/app/_server/download.ts';
import { respond } from '@/app/_server/respond.ts';
import { noteExport } from '@/db/commands/note-export.ts';
import { makePack } from '@/db/reports/pack.ts';
import { packFile, packIncidents } from '@/db/reports/pack-file.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { NotFound } from '@/lib/errors.ts';
import { isPackFormat } from '@/lib/packs/formats.ts';
import { isPackPage } from '@/lib/packs/pack-pages.ts';

/** All that a page shows as one file; the parameters are the page's own. Who takes it is noted first. */
export const GET = respond<{ page: string; format: string }>(
  async ({ viewer, request, params }) => {
    const { page, format } = params;
    if (!isPackPage(page)) throw new NotFound(`There is no page named ${page} to take out.`);
    if (!isPackFormat(format)) throw new NotFound(`A page is not taken out as ${format}.`);
    const asked = new URL(request.url).searchParams;
    const file =
      format === 'csv' || format === 'ndjson'
        ? await packIncidents(viewer, page, asked, { format })
        : await packFile(viewer, await makePack(viewer, page, asked), format);
    const what = file.holdsIncidents ? 'incidents' : 'report';
    await noteExport(await theRecord(), viewer, { subject: `report:${page}.${format}`, what }, new Date());
    return download(file);
  },
  { right: 'see_skills', quota: 'export' },
);
