import { listFile, readFormat } from '@/app/_server/panel-file.ts';
import { respond } from '@/app/_server/respond.ts';
import { makePack } from '@/db/reports/pack.ts';
import { NotFound } from '@/lib/errors.ts';
import { isListPage } from '@/lib/packs/pack-pages.ts';

/** One list of a page as a file: `format` is csv, csv-plain or ndjson; `technique` narrows lessons and cards. */
export const GET = respond<{ page: string; panel: string }>(
  async ({ viewer, request, params }) => {
    const { page } = params;
    if (!isListPage(page)) throw new NotFound(`There is no page of lists named ${page}.`);
    const asked = new URL(request.url).searchParams;
    const format = readFormat(asked);
    asked.delete('format');
    const pack = await makePack(viewer, page, asked);
    const panel = pack.panels.find(({ id }) => id === params.panel);
    if (!panel) throw new NotFound(`${pack.title} has no list named ${params.panel}.`);
    return listFile(viewer, pack, panel, format);
  },
  { right: 'see_skills', quota: 'report' },
);
