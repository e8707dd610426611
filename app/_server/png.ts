import 'server-only';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { woffToTtf } from '@/lib/export/woff-to-ttf.ts';

const TWICE = 2;

/** A drawing that stands alone as a PNG, at twice its size so that print and dense screens stay sharp. */
export async function toPng(svg: string): Promise<Buffer> {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: TWICE },
    font: { fontFiles: await fonts(), defaultFontFamily: 'IBM Plex Sans', loadSystemFonts: true },
  });
  return drawing.render().asPng();
}

const FILES = ['latin', 'latin-ext', 'greek', 'cyrillic'].flatMap((script) =>
  [400, 700].map((weight) => `ibm-plex-sans-${script}-${weight}-normal`),
);

let unpacked: Promise<string[]> | undefined;

/** The renderer reads fonts only from files, and no WOFF: they are unpacked once for each process. */
function fonts(): Promise<string[]> {
  unpacked ??= unpackFonts().catch((error: unknown) => {
    unpacked = undefined;
    throw error;
  });
  return unpacked;
}

async function unpackFonts(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lookback-fonts-'));
  return Promise.all(
    FILES.map(async (name) => {
      const woff = await readFile(
        join(
          /* turbopackIgnore: true */ process.cwd(),
          'node_modules/@fontsource/ibm-plex-sans/files',
          `${name}.woff`,
        ),
      );
      const path = join(folder, `${name}.ttf`);
      await writeFile(path, woffToTtf(woff));
      return path;
    }),
  );
}
