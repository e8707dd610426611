import type { RowsWritten } from '../export/incident-file.ts';

/** A kind of file that a whole page can leave as. */
export interface PackFormat {
  words: string;
  extension: string;
  contentType: string;
  /** The panels of the page, the incidents of its filters, or both. */
  holds: 'panels' | 'rows' | 'both';
}

const CSV = { extension: 'csv', contentType: 'text/csv; charset=utf-8', holds: 'rows' } as const;
const PDF = { extension: 'pdf', contentType: 'application/pdf', holds: 'panels' } as const;

/** What a whole page can leave as, by the id that addresses carry. */
export const PACK_FORMATS = {
  'pdf-a4': { words: 'PDF, A4', ...PDF },
  'pdf-letter': { words: 'PDF, Letter', ...PDF },
  xlsx: {
    words: 'XLSX',
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    holds: 'both',
  },
  csv: { words: 'CSV', ...CSV },
  'csv-plain': { words: 'CSV without byte order mark', ...CSV },
  ndjson: {
    words: 'NDJSON',
    extension: 'ndjson',
    contentType: 'application/x-ndjson; charset=utf-8',
    holds: 'rows',
  },
} as const satisfies Record<string, PackFormat>;

export type PackFormatId = keyof typeof PACK_FORMATS;
export const PACK_FORMAT_IDS = Object.keys(PACK_FORMATS) as PackFormatId[];

export function isPackFormat(text: string): text is PackFormatId {
  return Object.hasOwn(PACK_FORMATS, text);
}

/** How incidents are written in a format that holds nothing but them; null for the others. */
export function rowsWritten(format: PackFormatId): RowsWritten | null {
  if (PACK_FORMATS[format].holds !== 'rows') return null;
  return { format: format === 'ndjson' ? 'ndjson' : 'csv', mark: format === 'csv' };
}
