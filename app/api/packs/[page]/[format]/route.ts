import { download } from '@/app/_server/download.ts';
import { respond } from '@/app/_server/respond.ts';
import { takeOutPage } from '@/db/commands/take-out-page.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { NotFound } from '@/lib/errors.ts';
import { isPackFormat } from '@/lib/packs/formats.ts';
import { isPackPage } from '@/lib/packs/pack-pages.ts';

/** All that a page shows as one file; the parameters are the page's own. It is on the list of reports then. */
export const GET = respond<{ page: string; format: string }>(
  async ({ viewer, request, params }) => {
    const { page, format } = params;
    if (!isPackPage(page)) throw new NotFound(`There is no page named ${page} to take out.`);
    if (!isPackFormat(format)) throw new NotFound(`A page is not taken out as ${format}.`);
    const query = new URL(request.url).searchParams.toString();
    return download(await takeOutPage(await theRecord(), viewer, { page, format, query }, new Date()));
  },
  { right: 'take_out', quota: 'export', isKept: true },
);
