import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { type LetterRange, readRanges, shareOut } from '@/lib/export/font-cover.ts';
import type { PdfFonts } from '@/lib/export/pdf/pdf-faces.ts';

/**
 * Fonts for what the face of the program has no letters for, with no more letters in them than are asked for. Only
 * the files that have these are read. What none of them has is in none.
 */
export async function scriptFonts(clusters: readonly string[]): Promise<PdfFonts> {
  if (clusters.length === 0) return { regular: [], strong: [] };
  const sources = (await Promise.all(inOrder(clusters).map(readSources))).flat();
  const shares = [...shareOut(clusters, sources)];
  const cut = (weight: number) => Promise.all(shares.map(([source, text]) => cutOut(source, weight, text)));
  const [regular, strong] = await Promise.all([cut(400), cut(600)]);
  return { regular, strong };
}

/** A file with some of the letters of a family, for each weight or for all of them. */
interface Source {
  ranges: readonly LetterRange[];
  path: (weight: number) => string;
  isVariable: boolean;
}

interface Family {
  name: string;
  isVariable: boolean;
  /** What of it is asked; all of it unless said. */
  only?: string;
}

const SCRIPTS: readonly Family[] = ['hebrew', 'arabic', 'devanagari', 'thai'].map((script) => ({
  name: `ibm-plex-sans-${script}`,
  isVariable: false,
  only: script,
}));
const EMOJI: Family = { name: 'noto-emoji', isVariable: true };
const [SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN] = ['sc', 'tc', 'jp', 'kr'].map(
  (region): Family => ({ name: `noto-sans-${region}`, isVariable: true }),
) as [Family, Family, Family, Family];

/** Chinese characters are those of Japan or Korea where there is other writing of these, else those of China. */
function inOrder(clusters: readonly string[]): Family[] {
  const has = (letters: RegExp) => clusters.some((cluster) => letters.test(cluster));
  const first = [
    ...(has(/[\p{Script=Hiragana}\p{Script=Katakana}]/u) ? [JAPANESE] : []),
    ...(has(/\p{Script=Hangul}/u) ? [KOREAN] : []),
  ];
  return [...new Set([...SCRIPTS, EMOJI, ...first, SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN])];
}

const known = new Map<string, Promise<Source[]>>();

function readSources(family: Family): Promise<Source[]> {
  let read = known.get(family.name);
  if (!read) {
    read = openSources(family).catch((error: unknown) => {
      known.delete(family.name);
      throw error;
    });
    known.set(family.name, read);
  }
  return read;
}

async function openSources({ name, isVariable, only }: Family): Promise<Source[]> {
  const kept = isVariable ? '@fontsource-variable' : '@fontsource';
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', kept, name);
  const parts = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(parts)
    .filter(([part]) => only === undefined || part === only)
    .map(([part, ranges]) => {
      const file = `${name}-${part.replace(/[[\]]/g, '')}`;
      return {
        ranges: readRanges(ranges),
        isVariable,
        path: (weight) =>
          join(folder, 'files', isVariable ? `${file}-wght-normal.woff2` : `${file}-${weight}-normal.woff`),
      };
    });
}

async function cutOut({ path, isVariable }: Source, weight: number, text: string): Promise<Buffer> {
  const pinned = isVariable ? { variationAxes: { wght: weight } } : {};
  return subsetFont(await readFile(path(weight)), text, { targetFormat: 'truetype', ...pinned });
}
