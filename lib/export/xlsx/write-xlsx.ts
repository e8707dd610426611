import { type Cell, type WriteSheet, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { Pack } from '../../packs/pack.ts';
import { type ExportedIncident, INCIDENT_COLUMNS } from '../incident-file.ts';
import { type DateStyles, incidentRows } from './incident-rows.ts';
import { panelSheet } from './panel-sheet.ts';
import { INCIDENTS_SHEET, readmeSheet } from './readme-sheet.ts';
import { partText, type ZipPart, zipParts } from './zip-parts.ts';
import { zipStream } from './zip-stream.ts';

/** Incidents to be put beside the panels, or why they are not. */
export type PackIncidents =
  | { count: number; later: number | null; pieces: AsyncIterable<readonly ExportedIncident[]> }
  | { without: string };

/**
 * A pack as an XLSX file in pieces: a sheet that says what it was made from, a sheet for each panel, and one with the
 * incidents, which are written as they come and never held. Throws RangeError above 4 GB.
 */
export async function* writeXlsx(pack: Pack, incidents: PackIncidents): AsyncGenerator<Uint8Array> {
  const hasIncidents = 'pieces' in incidents;
  const workbook = await writeWorkbook({
    sheets: [
      readmeSheet(pack, incidents),
      ...pack.panels.map(panelSheet),
      ...(hasIncidents ? [EMPTY_INCIDENTS] : []),
    ],
    properties: {
      title: pack.title,
      creator: 'Lookback',
      company: pack.workspace,
      created: new Date(pack.madeAt),
      modified: new Date(pack.madeAt),
    },
  });
  const parts = zipParts(workbook);
  if (!hasIncidents) {
    yield* zipStream(parts);
    return;
  }
  const name = `xl/worksheets/sheet${pack.panels.length + 2}.xml`;
  yield* zipStream(
    parts.map((part) => (part.name === name ? { name, content: filled(part, incidents.pieces) } : part)),
  );
}

const SAMPLE = new Date(0);
const WIDE: ReadonlySet<string> = new Set(['topic', 'narrative', 'resolution']);

/** Its head, and a row that tells by which styles the workbook shows dates and moments. */
const EMPTY_INCIDENTS: WriteSheet = {
  name: INCIDENTS_SHEET,
  columns: INCIDENT_COLUMNS.map((column) => ({ width: WIDE.has(column) ? 60 : 18 })),
  rows: [[...INCIDENT_COLUMNS], [SAMPLE, SAMPLE]],
  cells: new Map<string, Partial<Cell>>([
    ...INCIDENT_COLUMNS.map((_, at): [string, Partial<Cell>] => [
      `0,${at}`,
      { style: { font: { bold: true } } },
    ]),
    ['1,0', { style: { numFmt: 'yyyy-mm-dd' } }],
    ['1,1', { style: { numFmt: 'yyyy-mm-dd hh:mm' } }],
  ]),
  freezePane: { rows: 1 },
};

async function* filled(
  empty: ZipPart,
  pieces: AsyncIterable<readonly ExportedIncident[]>,
): AsyncGenerator<Uint8Array> {
  const { before, after, styles } = takeSample(partText(empty));
  const encoder = new TextEncoder();
  yield encoder.encode(before);
  let row = 2;
  for await (const incidents of pieces) {
    yield encoder.encode(incidentRows(incidents, row, styles));
    row += incidents.length;
  }
  yield encoder.encode(after);
}

/** The sheet before and after its rows, without the row of samples and without the size that it had with them. */
function takeSample(xml: string): { before: string; after: string; styles: DateStyles } {
  const sample = /<row r="2"[^>]*><c r="A2"[^>]*\bs="(\d+)".*?<c r="B2"[^>]*\bs="(\d+)".*?<\/row>/.exec(xml);
  if (!sample) throw new Error('the sheet of incidents has no row of samples');
  const [found, day = '', moment = ''] = sample;
  return {
    before: xml.slice(0, sample.index).replace(/<dimension [^>]*\/>/, ''),
    after: xml.slice(sample.index + found.length),
    styles: { day, moment },
  };
}
