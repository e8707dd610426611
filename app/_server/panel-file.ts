import 'server-only';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { drawFile } from '@/lib/charts/draw.ts';
import { Invalid, NotFound } from '@/lib/errors.ts';
import { captionsOf, fileName, madeFrom } from '@/lib/export/captions.ts';
import { panelCsv } from '@/lib/export/panel-csv.ts';
import { panelNdjson } from '@/lib/export/panel-ndjson.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { toPng } from './png.ts';

const FILE_WIDTH = 920;

/** In which form a panel is asked for. Throws Invalid for another than these. */
export function readFormat(asked: URLSearchParams): Format {
  const format = asked.get('format') ?? '';
  if (!isFormat(format))
    throw new Invalid([{ field: 'format', message: 'Give format=csv, ndjson, svg or png.' }]);
  return format;
}

/** A panel as a file that explains itself: its table, or its picture with captions. Throws NotFound without a picture. */
export async function panelFile(
  id: string,
  { frame, panel }: { frame: FrameModel; panel: Panel<Picture> },
  format: Format,
): Promise<Response> {
  const name = fileName(id, frame, format);
  if (format === 'csv') return asFile(panelCsv(panel.table, madeFrom(panel, frame)), format, name);
  if (format === 'ndjson') return asFile(panelNdjson(panel.table, madeFrom(panel, frame)), format, name);
  if (!panel.picture) throw new NotFound(`There is no picture: ${panel.empty}`);
  const svg = drawFile(panel.picture, { ...captionsOf(panel, frame), width: FILE_WIDTH });
  return asFile(format === 'svg' ? svg : await toPng(svg), format, name);
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
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
