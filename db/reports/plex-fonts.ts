import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PdfFonts } from '@/lib/export/pdf/pdf-faces.ts';
import { woffToTtf } from '@/lib/export/woff-to-ttf.ts';

/** In the order in which letters are looked for. */
export const PLEX_SCRIPTS = [
  'latin',
  'latin-ext',
  'greek',
  'cyrillic',
  'cyrillic-ext',
  'vietnamese',
] as const;

let read: Promise<PdfFonts> | undefined;

/** The face of the program as TrueType, as it came with it: read once for each process. */
export function plexFonts(): Promise<PdfFonts> {
  read ??= readFonts().catch((error: unknown) => {
    read = undefined;
    throw error;
  });
  return read;
}

async function readFonts(): Promise<PdfFonts> {
  const [regular, strong] = await Promise.all([readWeight(400), readWeight(600)]);
  return { regular, strong };
}

function readWeight(weight: number): Promise<Buffer[]> {
  return Promise.all(
    PLEX_SCRIPTS.map(async (script) => {
      const name = `ibm-plex-sans-${script}-${weight}-normal.woff`;
      const folder = 'node_modules/@fontsource/ibm-plex-sans/files';
      return woffToTtf(await readFile(join(/* turbopackIgnore: true */ process.cwd(), folder, name)));
    }),
  );
}
