import { Resvg } from '@resvg/resvg-js';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { openRecordOf, SIZES } from '@/db/testing/records-of-all-sizes.ts';
import type { Viewer } from '@/lib/access.ts';
import { drawFile } from '@/lib/charts/draw.ts';
import { formatCell } from '@/lib/charts/format.ts';
import { panelCsv } from '@/lib/export/panel-csv.ts';
import { panelNdjson } from '@/lib/export/panel-ndjson.ts';
import { paperRows } from '@/lib/export/pdf/paper-rows.ts';
import { type OpenedPdf, openPdf } from '@/lib/export/testing/open-pdf.ts';
import { type OpenedWorkbook, openXlsx, valuesOf } from '@/lib/export/testing/open-xlsx.ts';
import { PACK_FORMAT_IDS, type PackFormatId } from '@/lib/packs/formats.ts';
import type { Pack, PackPanel } from '@/lib/packs/pack.ts';
import { isNamedPage, LIST_PAGES, PACK_PAGES, type PackPageId } from '@/lib/packs/pack-pages.ts';
import { makePack } from './pack.ts';
import { packFile } from './pack-file.ts';

const NOW = Date.UTC(2024, 5, 20, 12);
const QUERY = 'period=2024-03-25..2024-06-16';
const viewer: Viewer = { ...EVERYBODY, roles: ['qa', 'trainer', 'manager', 'admin'], agents: [1] };

/** Everything that a panel leaves as. A form without its row here does not pass the types, a panel without one fails. */
const FORMS = ['csv', 'ndjson', 'svg', 'png', 'xlsx', 'pdf'] as const;
type Form = (typeof FORMS)[number];

/** The files of a page, opened again by other programs. */
interface Opened {
  pack: Pack;
  workbook: OpenedWorkbook;
  pdf: OpenedPdf;
}

/** Pages of one thing have tests of their own. */
const PAGES = (Object.keys(PACK_PAGES) as PackPageId[]).filter((page) => !isNamedPage(page));
/** Panels that have rows and are not drawn. */
const UNDRAWN: ReadonlySet<string> = new Set([
  'measures',
  ...LIST_PAGES.flatMap((page) => Object.keys(PACK_PAGES[page].panels)),
]);
const PAIRS = PAGES.flatMap((page) =>
  Object.keys(PACK_PAGES[page].panels).flatMap((panel) => FORMS.map((form) => ({ page, panel, form }))),
);

const CHECKS: Record<Form, (panel: PackPanel, opened: Opened) => void> = {
  csv: ({ table, headline }) => {
    const text = panelCsv(table, { title: headline, lines: [] });
    const [head, ...rows] = parse(text.replace(/^\ufeff?(#[^\r]*\r\n)+/, '')) as string[][];
    if (table.columns.length === 0) return expect(head).toEqual(['']);
    expect(head).toEqual(table.columns.map(({ label }) => label));
    const lines = [...table.rows.map(({ cells }) => cells), ...(table.total ? [table.total] : [])];
    expect(rows).toEqual(lines.map((cells) => cells.map((cell) => disarmed(cell))));
  },
  ndjson: ({ table, headline }) => {
    const [about, ...rows] = panelNdjson(table, { title: headline, lines: [] })
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(about.title).toBe(headline);
    const ids = table.columns.map(({ id }) => id);
    const told = rows.filter(({ kind }) => kind === 'row').map((row) => ids.map((id) => row[id]));
    expect(told).toEqual(table.rows.map(({ cells }) => [...cells]));
  },
  svg: (panel) => {
    if (!panel.picture) return expect(saysWhy(panel)).toBe(true);
    expect(svgOf(panel)).toMatch(/^<svg [^>]*role="img".*<\/svg>$/s);
  },
  png: (panel) => {
    if (!panel.picture) return expect(saysWhy(panel)).toBe(true);
    const { width, height } = new Resvg(svgOf(panel)).render();
    expect(Math.min(width, height)).toBeGreaterThan(60);
  },
  xlsx: ({ name, headline, table }, { workbook }) => {
    const rows = valuesOf(workbook.get(name) ?? []);
    expect(rows[0]?.[0]).toBe(headline);
    const columns = table.columns.length;
    const padded = (row: readonly unknown[] = []) =>
      Array.from({ length: columns }, (_, at) => row[at] ?? null);
    const lines = [...table.rows.map(({ cells }) => cells), ...(table.total ? [table.total] : [])];
    expect(rows.slice(4).map(padded)).toEqual(
      lines.map((cells) => cells.map((cell, at) => asSerial(cell, table.columns[at]?.form))),
    );
  },
  pdf: (panel, { pdf }) => {
    const { name, headline, picture } = panel;
    const { table, instead } = paperRows(panel, picture !== null);
    const all = pdf.pages.join(' ').replace(/\s+/g, '');
    const bare = (text: string) => text.replace(/\s+/g, '');
    expect(all).toContain(bare(headline));
    expect(all).toContain(bare(name));
    if (picture) expect(pdf.alternatives.some((words) => words.startsWith(headline))).toBe(true);
    for (const words of instead) expect(all).toContain(bare(words));
    for (const { cells, tooFew } of table.rows)
      table.columns.forEach(({ id, form, inFilesOnly }, at) => {
        if (inFilesOnly || tooFew?.includes(id)) return;
        // A cell may be broken into lines where another cell is drawn between them.
        const words = formatCell(cells[at] ?? null, form).split(/\s/)[0] ?? '';
        expect(all).toContain(words.slice(0, 6));
      });
  },
};

describe.each([SIZES[0], SIZES.at(-1)].flatMap((size) => size ?? []))('with $name', async ({ made }) => {
  const { records } = await openRecordOf(made);
  const options = { record: records, now: NOW };
  const known = new Map<PackPageId, Promise<Opened>>();

  async function open(page: PackPageId): Promise<Opened> {
    const pack = await makePack(viewer, page, QUERY, options);
    const bytesOf = async (format: PackFormatId) => {
      const { pieces } = await packFile(viewer, pack, format, options);
      const parts: Uint8Array[] = [];
      for await (const piece of pieces) parts.push(piece);
      return Buffer.concat(parts);
    };
    const [xlsx, pdf] = [await bytesOf('xlsx'), await bytesOf('pdf-a4')];
    return { pack, workbook: openXlsx(xlsx), pdf: await openPdf(pdf) };
  }

  test.each(PAIRS)(
    '$page › $panel leaves as $form with the rows of the report',
    async ({ page, panel: id, form }) => {
      let opened = known.get(page);
      if (!opened) {
        opened = open(page);
        known.set(page, opened);
      }
      const files = await opened;
      const panel = files.pack.panels.find((one) => one.id === id);
      if (!panel) throw new Error(`the pack of ${page} has no panel ${id}`);
      CHECKS[form](panel, files);
    },
  );
});

test('every format of a page has its name, its type and something in it', async () => {
  const { records } = await openRecordOf(SIZES.at(-1)?.made ?? []);
  const options = { record: records, now: NOW };
  const pack = await makePack(viewer, 'overview', QUERY, options);
  for (const format of PACK_FORMAT_IDS) {
    const { name, contentType, pieces } = await packFile(viewer, pack, format, options);
    let size = 0;
    for await (const piece of pieces) size += piece.length;
    expect(name).toMatch(/^lookback-(overview|incidents)-2024-03-25-to-2024-06-16\.(pdf|xlsx|csv|ndjson)$/);
    expect([contentType.length > 5, size > 1000]).toEqual([true, true]);
  }
});

test('a workbook without incidents says why: more than 200,000 of them, or an account that may not take them out', async () => {
  const { records } = await openRecordOf(SIZES[1]?.made ?? []);
  const options = { record: records, now: NOW };
  const pack = await makePack(viewer, 'overview', QUERY, options);
  const manager: Viewer = { actor: 'manager', roles: ['manager'], teams: 'all' };
  const whyOf = async (by: Viewer, count: number) => {
    const file = await packFile(by, { ...pack, shown: { ...pack.shown, count } }, 'xlsx', options);
    const parts: Uint8Array[] = [];
    for await (const piece of file.pieces) parts.push(piece);
    const workbook = openXlsx(Buffer.concat(parts));
    expect(workbook.has('Incidents')).toBe(file.holdsIncidents);
    return new Map(valuesOf(workbook.get('Read me') ?? []).map(([label, why]) => [label, why])).get(
      'One by one',
    );
  };
  expect(await whyOf(viewer, 200_001)).toMatch(/^200,001 incidents are more than the 200,000 .* as CSV/);
  expect(await whyOf(manager, 1)).toBe('This account may not take single incidents out.');
  expect(await whyOf(viewer, 1)).toMatch(/^Sheet “Incidents” has each of them/);
});

/** Whether a panel without a picture says why, or has rows in its place. */
function saysWhy({ id, empty, table }: PackPanel): boolean {
  return UNDRAWN.has(id) ? (empty === null) === table.rows.length > 0 : empty !== null;
}

function svgOf({ picture, headline, subtitle }: PackPanel): string {
  if (!picture) throw new Error('there is no picture');
  return drawFile(picture, { headline, subtitle, filters: 'All incidents.', made: 'Now.', width: 920 });
}

/** As a reader of CSV finds it: text, of which the beginning of a formula has an apostrophe before it. */
function disarmed(cell: string | number | null): string {
  const text = cell === null ? '' : String(cell);
  return typeof cell === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text;
}

/** As a spreadsheet holds it: a day as the number of it. */
function asSerial(cell: string | number | null, form: string | undefined): string | number | null {
  if (form !== 'date' || typeof cell !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(cell)) return cell;
  return (Date.parse(cell) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
