import 'server-only';
import { noteExport } from '@/db/commands/note-export.ts';
import { theRecord } from '@/db/reports/reading.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { drawFile } from '@/lib/charts/draw.ts';
import { Invalid, NotFound } from '@/lib/errors.ts';
import { captionsOf, fileName, madeFrom } from '@/lib/export/captions.ts';
import { panelCsv } from '@/lib/export/panel-csv.ts';
import { isPanelFormat, type PanelFormat } from '@/lib/export/panel-formats.ts';
import { panelNdjson } from '@/lib/export/panel-ndjson.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { toPng } from './png.ts';

const FILE_WIDTH = 920;

/** In which form a panel is asked for. Throws Invalid for another than these. */
export function readFormat(asked: URLSearchParams): PanelFormat {
  const format = asked.get('format') ?? '';
  if (!isPanelFormat(format))
    throw new Invalid([{ field: 'format', message: 'Give format=csv, csv-plain, ndjson, svg or png.' }]);
  return format;
}

/**
 * A panel as a file that explains itself: its table, or its picture with captions. Who takes it is noted first. Throws
 * NotFound without a picture.
 */
export async function panelFile(
  viewer: Viewer,
  id: string,
  { frame, panel }: { frame: FrameModel; panel: Panel<Picture> },
  format: PanelFormat,
): Promise<Response> {
  const content = await contentOf(panel, frame, format);
  const what = { subject: `panel:${id}.${format}`, what: 'panel' } as const;
  await noteExport(await theRecord(), viewer, what, new Date());
  const extension = format === 'csv-plain' ? 'csv' : format;
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'content-type': TYPES[extension],
      'content-disposition': `attachment; filename="${fileName(id, frame, extension)}"`,
      'cache-control': 'no-store',
    },
  });
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
};

async function contentOf(
  panel: Panel<Picture>,
  frame: FrameModel,
  format: PanelFormat,
): Promise<string | Buffer> {
  const { table, picture, empty } = panel;
  if (format === 'csv' || format === 'csv-plain')
    return panelCsv(table, madeFrom(panel, frame), { mark: format === 'csv' });
  if (format === 'ndjson') return panelNdjson(table, madeFrom(panel, frame));
  if (!picture) throw new NotFound(`There is no picture: ${empty}`);
  const svg = drawFile(picture, { ...captionsOf(panel, frame), width: FILE_WIDTH });
  return format === 'svg' ? svg : toPng(svg);
}
