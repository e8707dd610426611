import { isPackFormat, PACK_FORMATS } from '../packs/formats.ts';

/** A format by its id, for people: "PDF, A4", "Incidents as CSV". */
export function formatWords(format: string): string {
  if (!isPackFormat(format)) return format;
  const { holds, words } = PACK_FORMATS[format];
  return holds === 'rows' ? `Incidents as ${words}` : words;
}
