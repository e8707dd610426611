import { describe, expect, test } from 'vitest';
import { writePdf } from '@/lib/export/pdf/write-pdf.ts';
import { openPdf } from '@/lib/export/testing/open-pdf.ts';
import { HOSTILE, hostilePack } from '@/lib/packs/testing/hostile-pack.ts';
import { plexFonts } from './plex-fonts.ts';
import { scriptFonts } from './script-fonts.ts';

/** Without blanks, since where a line ends depends on the page, and without what cannot be seen. */
const bare = (text: string) => text.replace(/\s+|\p{Variation_Selector}/gu, '');

describe('names in any script, opened by another reader', async () => {
  const pieces: Uint8Array[] = [];
  const options = { paper: 'a4', fonts: await plexFonts(), moreFonts: scriptFonts } as const;
  for await (const piece of writePdf(hostilePack(), options)) pieces.push(piece);
  const { pages } = await openPdf(Buffer.concat(pieces));
  const all = bare(pages.join(' '));

  test.each(['chinese', 'japanese', 'korean', 'hindi', 'thai', 'greek', 'hebrew', 'emoji'] as const)(
    'what is %s comes out as it went in',
    (name) => {
      expect(all).toContain(bare(HOSTILE[name] ?? ''));
    },
  );

  test('words from the right come out in the order in which they are read', () => {
    expect(all).toMatch(/Team.?אבג.*דה.*123,then.?כן/u);
    expect(all).toMatch(/خدمة.*شمال.*24\/7/u);
  });

  test('flags, hearts and signs are letters too', () => {
    for (const sign of ['🇬🇧', '👍', '❤', '1\u20e3', '≥', '→']) expect(all).toContain(sign);
  });

  test('what no font has stands with its number: 12000 of cuneiform, E000 of nobody, FFFE of nothing', () => {
    expect(all).toMatch(/cuneiform012000andaprivateE000/);
    expect(all).toContain('noFFFEcharacterFFFF');
    expect(all).not.toContain('cuneiform?');
  });
});

test('nothing is read where the letters of the program do', async () => {
  expect(await scriptFonts([])).toEqual({ regular: [], strong: [] });
});

test('Chinese characters are drawn as in Japan beside kana and as in China else', async () => {
  const nameIn = async (clusters: string[]) => {
    const { regular } = await scriptFonts(clusters);
    return regular.map((font) => {
      const text = Buffer.from(font).toString('latin1').replaceAll('\0', '');
      return /NotoSans(SC|TC|JP|KR)/.exec(text)?.[1];
    });
  };
  expect(await nameIn(['直'])).toEqual(['SC']);
  expect(await nameIn(['直', 'か'])).toEqual(['JP', 'JP']);
});
