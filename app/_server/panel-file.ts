import 'server-only';
import { type FetchedTwin, toTwinWords } from '@/app/_ui/table/twin-words.ts';
import { noteExport } from '@/db/commands/note-export.ts';
import { packScope } from '@/db/reports/pack.ts';
import { theRecord } from '@/db/reports/reading.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Panel, Picture, TwinTable } from '@/lib/charts/chart-model.ts';
import { type Captions, drawFile } from '@/lib/charts/draw.ts';
import { Invalid, NotFound } from '@/lib/errors.ts';
import { captionsOf, fileName, madeFrom, packMadeFrom } from '@/lib/export/captions.ts';
import { type MadeFrom, panelCsv } from '@/lib/export/panel-csv.ts';
import { isPanelFormat, type PanelFormat } from '@/lib/export/panel-formats.ts';
import { panelNdjson } from '@/lib/export/panel-ndjson.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { incidentsHref } from '@/lib/filters/incidents-href.ts';
import type { Pack, PackPanel } from '@/lib/packs/pack.ts';
import { toPng } from './png.ts';

const FILE_WIDTH = 920;

/** In which form a panel is asked for, `twin` by a page that shows its rows. Throws Invalid for another than these. */
export function readFormat(asked: URLSearchParams): PanelFormat | 'twin' {
  const format = asked.get('format') ?? '';
  if (format === 'twin') return format;
  if (!isPanelFormat(format))
    throw new Invalid([{ field: 'format', message: 'Give format=csv, csv-plain, ndjson, svg or png.' }]);
  return format;
}

/**
 * A panel as a file that explains itself: its table, or its picture with captions. Who takes it is noted first. Throws
 * NotFound without a picture. Its twin is no file, but the part of its page that is made when somebody looks at it.
 */
export async function panelFile(
  viewer: Viewer,
  id: string,
  { frame, panel }: { frame: FrameModel; panel: Panel<Picture> },
  format: PanelFormat | 'twin',
): Promise<Response> {
  if (format === 'twin')
    return Response.json(twinOf(panel, frame), { headers: { 'cache-control': 'no-store' } });
  const scope = await packScope(viewer);
  const table = tableOf(panel.table, madeFrom(panel, frame, scope), format);
  const content = table ?? (await pictureOf(panel, captionsOf(panel, frame, scope), format));
  await noteExport(await theRecord(), viewer, noted(id, format), new Date());
  return asFile(content, fileName(id, frame, extensionOf(format)), format);
}

/** A list of a page as a file that explains itself. Who takes it is noted first. Throws NotFound for a picture. */
export async function listFile(
  viewer: Viewer,
  pack: Pack,
  panel: PackPanel,
  format: PanelFormat | 'twin',
): Promise<Response> {
  const content = format === 'twin' ? null : tableOf(panel.table, packMadeFrom(pack, panel), format);
  if (format === 'twin' || content === null)
    throw new NotFound('There is no picture of a list. Take it as csv or ndjson.');
  const id = `${pack.page}-${panel.id}`;
  await noteExport(await theRecord(), viewer, noted(id, format), new Date());
  return asFile(content, `lookback-${id}.${extensionOf(format)}`, format);
}

function twinOf({ table, headline }: Panel<Picture>, frame: FrameModel): FetchedTwin {
  const { source } = frame;
  return {
    ...toTwinWords(table, headline, (narrowing) => incidentsHref(frame, narrowing)),
    version: source.kind === 'copy' ? source.version : null,
  };
}

function tableOf(table: TwinTable, made: MadeFrom, format: PanelFormat): string | null {
  if (format === 'csv' || format === 'csv-plain') return panelCsv(table, made, { mark: format === 'csv' });
  return format === 'ndjson' ? panelNdjson(table, made) : null;
}

async function pictureOf(
  panel: Panel<Picture>,
  captions: Captions,
  format: PanelFormat,
): Promise<string | Buffer> {
  if (!panel.picture) throw new NotFound(`There is no picture: ${panel.empty}`);
  const svg = drawFile(panel.picture, { ...captions, width: FILE_WIDTH });
  return format === 'svg' ? svg : toPng(svg);
}

function noted(id: string, format: PanelFormat) {
  return { subject: `panel:${id}.${format}`, what: 'panel' } as const;
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
};

function extensionOf(format: PanelFormat): keyof typeof TYPES {
  return format === 'csv-plain' ? 'csv' : format;
}

function asFile(content: string | Buffer, name: string, format: PanelFormat): Response {
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'content-type': TYPES[extensionOf(format)],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
