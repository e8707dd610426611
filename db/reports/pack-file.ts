import { exportIncidents, type IncidentExport } from '@/db/reports/export-incidents.ts';
import { incidentsFile, type OutgoingFile } from '@/db/reports/incidents-file.ts';
import { packFilters } from '@/db/reports/pack-pages.ts';
import { plexFonts } from '@/db/reports/plex-fonts.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { scriptFonts } from '@/db/reports/script-fonts.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import type { RowsWritten } from '@/lib/export/incident-file.ts';
import { MOST_INCIDENTS } from '@/lib/export/most-incidents.ts';
import { writePdf } from '@/lib/export/pdf/write-pdf.ts';
import { type PackIncidents, writeXlsx } from '@/lib/export/xlsx/write-xlsx.ts';
import { PACK_FORMATS, type PackFormatId, rowsWritten } from '@/lib/packs/formats.ts';
import type { Pack } from '@/lib/packs/pack.ts';
import type { PackPageId } from '@/lib/packs/pack-pages.ts';

/**
 * A pack as a file: the one door for pages, jobs and schedules. Panels are those of the pack; incidents, where the
 * format holds them, are read now with the viewer's rights.
 * @param incidents whether a workbook gets a sheet of incidents; not for a pack of another day
 */
export async function packFile(
  viewer: Viewer,
  pack: Pack,
  format: PackFormatId,
  { incidents = true, ...options }: { incidents?: boolean } & Reader = {},
): Promise<PackFile> {
  const written = rowsWritten(format);
  if (written) return packIncidents(viewer, pack.page, pack.query, { ...written, ...options });
  const { contentType, extension } = PACK_FORMATS[format];
  const about = { name: packFileName(pack, extension), contentType };
  if (format === 'xlsx') {
    const rows = incidents ? await incidentsOf(viewer, pack, options) : { without: AS_IT_WAS };
    return { ...about, pieces: writeXlsx(pack, rows), holdsIncidents: 'pieces' in rows };
  }
  const fonts = await plexFonts();
  const paper = format === 'pdf-letter' ? 'letter' : 'a4';
  return {
    ...about,
    pieces: writePdf(pack, { paper, fonts, moreFonts: scriptFonts }),
    holdsIncidents: false,
  };
}

/** The incidents of a page as a file of their own. Throws NotFound for a page of none, and Forbidden without the right. */
export async function packIncidents(
  viewer: Viewer,
  page: PackPageId,
  query: string,
  { format, mark, ...options }: RowsWritten & Reader,
): Promise<PackFile> {
  const taken = await openIncidents(viewer, page, query, options);
  const of = { format, mark, search: '', isSelected: false, report: null };
  return { ...incidentsFile(taken, of), holdsIncidents: true };
}

/** The incidents of a page, to be read one by one. Throws NotFound for a page of none, and Forbidden without the right. */
export async function openIncidents(
  viewer: Viewer,
  page: PackPageId,
  query: string,
  options: Reader,
): Promise<IncidentExport> {
  const filters = packFilters(page, query);
  if (!filters) throw new NotFound(NOT_FROM_HERE);
  return exportIncidents(viewer, filters, options);
}

/** A file, and whether there are single incidents in it. */
export interface PackFile extends OutgoingFile {
  holdsIncidents: boolean;
}

interface Reader {
  record?: RecordDatabase;
  now?: number;
}

const NOT_FROM_HERE =
  'No incidents are taken out from this page: open the list that its figures lead to, and take them from there.';
const AS_IT_WAS =
  'The figures are those of the day on which this report was made; incidents as they are now are taken out from its address.';

async function incidentsOf(
  viewer: Viewer,
  { page, query, shown, factsVersion }: Pack,
  options: Reader,
): Promise<PackIncidents> {
  if (!may(viewer, 'export')) return { without: 'This account may not take single incidents out.' };
  if (shown.count > MOST_INCIDENTS) return { without: tooMany(shown.count) };
  const filters = packFilters(page, query);
  if (!filters) return { without: NOT_FROM_HERE };
  const { count, pieces, frame } = await exportIncidents(viewer, filters, options);
  const version = frame.source.kind === 'copy' ? frame.source.version : null;
  return { count, pieces, later: version === factsVersion ? null : version };
}

/** Why a workbook has no sheet of incidents, and how they are had. */
export function tooMany(count: number): string {
  const [found, most] = [count, MOST_INCIDENTS].map((figure) => figure.toLocaleString('en-GB'));
  return `${found} incidents are more than the ${most} that a workbook opens well with: take them as CSV, which has no end.`;
}

/** "lookback-overview-2026-05-18-to-2026-11-12.pdf", and of one that is kept "lookback-overview-R-2026-0147.pdf" */
function packFileName({ page, period, report }: Pack, extension: string): string {
  if (report) return `lookback-${page}-${report}.${extension}`;
  return `lookback-${page}${period ? `-${period.firstDay}-to-${period.lastDay}` : ''}.${extension}`;
}
