import { toPng } from '@/app/_server/png.ts';
import { respond } from '@/app/_server/respond.ts';
import { overviewPanel } from '@/db/reports/overview.ts';
import { OVERVIEW_PANELS } from '@/db/reports/report-types.ts';
import { drawFile } from '@/lib/charts/draw.ts';
import { Invalid, NotFound } from '@/lib/errors.ts';
import { panelCsv } from '@/lib/export/panel-csv.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';
import { captionsOf, fileName, madeFrom } from './captions.ts';

const FILE_WIDTH = 920;

/** One panel of the overview as a file: `format` is csv, svg or png; the other parameters are the filters. */
export const GET = respond<{ panel: string }>(
  async ({ viewer, request, params }) => {
    const id = OVERVIEW_PANELS.find((each) => each === params.panel);
    if (!id) throw new NotFound(`The overview has no panel named ${params.panel}.`);
    const asked = new URL(request.url).searchParams;
    const format = asked.get('format') ?? '';
    if (!isFormat(format)) throw new Invalid([{ field: 'format', message: 'Give format=csv, svg or png.' }]);
    const { filters, state } = parseOverview(asked, ['format']);
    const { frame, panel } = await overviewPanel(viewer, filters, id, { state });
    if (format === 'csv') {
      return asFile(panelCsv(panel.table, madeFrom(panel, frame)), format, fileName(id, frame, format));
    }
    if (!panel.picture) throw new NotFound(`There is no picture: ${panel.empty}`);
    const svg = drawFile(panel.picture, { ...captionsOf(panel, frame), width: FILE_WIDTH });
    const content = format === 'svg' ? svg : await toPng(svg);
    return asFile(content, format, fileName(id, frame, format));
  },
  { right: 'see_reports' },
);

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
};
type Format = keyof typeof TYPES;

function isFormat(format: string): format is Format {
  return Object.hasOwn(TYPES, format);
}

function asFile(content: string | Buffer, format: Format, name: string): Response {
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
