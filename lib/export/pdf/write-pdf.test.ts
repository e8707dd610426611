import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTILE, hostilePack } from '../../packs/testing/hostile-pack.ts';
import { openPdf } from '../testing/open-pdf.ts';
import { woffToTtf } from '../woff-to-ttf.ts';
import type { Paper } from './desk.ts';
import { writePdf } from './write-pdf.ts';

const FOLDER = 'node_modules/@fontsource/ibm-plex-sans/files';
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];

const read = (weight: number) =>
  SCRIPTS.map((script) =>
    woffToTtf(readFileSync(join(process.cwd(), FOLDER, `ibm-plex-sans-${script}-${weight}-normal.woff`))),
  );
const fonts = { regular: read(400), strong: read(600) };
const moreFonts = async () => ({ regular: [], strong: [] });

async function bytesOf(paper: Paper = 'a4', pack = hostilePack()): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writePdf(pack, { paper, fonts, moreFonts })) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Without blanks, since where a line ends depends on the page. */
const bare = (text: string) => text.replace(/\s+/g, '');

describe('opened by another reader', async () => {
  const pdf = await openPdf(await bytesOf());
  const all = bare(pdf.pages.join(' '));

  test('it has a title, a language, and pages of A4 and of Letter', async () => {
    expect(pdf.title).toContain('1 Jan to 30 Jun 2024');
    expect(pdf.language).toBe('en-GB');
    expect(pdf.size.map(Math.round)).toEqual([595, 842]);
    expect((await openPdf(await bytesOf('letter'))).size).toEqual([612, 792]);
  });

  test('it is tagged: headings, paragraphs, and tables with heads and cells', () => {
    for (const role of ['Document', 'Sect', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD'])
      expect(pdf.roles).toContain(role);
  });

  test('the cover says what it covers, with which data and definitions, and on which page each finding is', () => {
    const cover = bare(pdf.pages[0] ?? '');
    for (const words of [
      '12 of 40',
      'version 12',
      '20 Jul 2024, 13:00, Europe/London',
      'taxonomy version 7',
      '1 without a path',
    ])
      expect(cover).toContain(bare(words));
    expect(cover).toContain(`Page1of${pdf.pages.length}`);
  });

  test('an address of 400 letters stands whole on the cover, over several lines', async () => {
    const address = `/patterns?period=2024-01-01..2024-06-30&q=${'abcdefghi-'.repeat(40)}end`;
    const long = await openPdf(
      await bytesOf('a4', hostilePack({ address, origin: 'http://127.0.0.1:4712' })),
    );
    expect(bare(long.pages[0] ?? '')).toContain(`Asnow:http://127.0.0.1:4712${address}`);
    expect(bare(long.pages[0] ?? '')).toContain('http://127.0.0.1:4712/reports/R-2026-0147');
  });

  test('a definition of 3 lines is 3 paragraphs, 2 more than one of 1 line', async () => {
    const [panel] = hostilePack().panels;
    if (!panel) throw new Error('there is no panel');
    const paragraphs = async (text: string) => {
      const definition = { title: 'Measures', text };
      const { roles } = await openPdf(
        await bytesOf('a4', hostilePack({ panels: [{ ...panel, definition }] })),
      );
      return roles.filter((role) => role === 'P').length;
    };
    expect((await paragraphs('One.\nTwo.\nThree.')) - (await paragraphs('One. Two. Three.'))).toBe(2);
  });

  test('the cover names the teams whose incidents it counts, or says that it is all; packs from before say nothing, and 30 teams are cut with a mark', async () => {
    const team = { id: 3, name: 'Harbour Billing' };
    const scope = { teams: [team], own: false, roles: ['manager' as const] };
    const coverOf = async (pack = hostilePack()) =>
      bare((await openPdf(await bytesOf('a4', pack))).pages[0] ?? '');
    expect(await coverOf(hostilePack({ scope }))).toContain('TeamsHarbourBilling');
    expect(await coverOf(hostilePack({ scope: { ...scope, teams: null } }))).toContain('Teamsall');
    expect(await coverOf()).not.toContain('Teams');
    expect(await coverOf(hostilePack({ scope }))).not.toContain('…');
    const many = Array.from({ length: 30 }, () => team);
    expect(await coverOf(hostilePack({ scope: { ...scope, teams: many } }))).toContain('…');
  });

  test('letters of the fonts come out as they went in', () => {
    for (const name of [
      'formula',
      'plus',
      'at',
      'quotes',
      'markup',
      'pdf',
      'escape',
      'greek',
      'spaces',
    ] as const)
      expect(all).toContain(bare(HOSTILE[name] ?? ''));
  });

  test('what turns text around is left out, and nothing in it is run', () => {
    expect(all).toContain('abcgnp.exe');
    expect(all).not.toContain('\u202e');
    expect(pdf.hasActions).toBe(false);
  });

  test('a cell of 100,000 letters is cut, and the head of its table stands on each page of it', () => {
    expect(pdf.pages.length).toBeLessThan(9);
    const pages = pdf.pages.filter((page) => bare(page).includes('longlonglong'));
    for (const page of pages) expect(bare(page)).toContain('Firstday');
  });

  test('no page is empty, also where the first table lies across', async () => {
    const columns = Array.from({ length: 12 }, (_, at) => ({
      id: `c${at}`,
      label: `C${at}`,
      form: 'text' as const,
    }));
    const [panel] = hostilePack().panels;
    if (!panel) throw new Error('there is no panel');
    const table = { columns, rows: [{ cells: columns.map(({ id }) => id), open: null }], total: null };
    const { pages } = await openPdf(await bytesOf('a4', hostilePack({ panels: [{ ...panel, table }] })));
    expect(pages).toHaveLength(3);
    expect([bare(pages[1] ?? ''), bare(pages[2] ?? '')]).toEqual([
      expect.stringContaining('1Triggers'),
      expect.stringContaining('Howitwascomputed'),
    ]);
  });

  test('small tables share a sheet, also one that lies across, and are not parted: 3 of one row and 1 of 12 columns', async () => {
    const [panel] = hostilePack().panels;
    if (!panel) throw new Error('there is no panel');
    const of = (name: string, count: number) => {
      const columns = Array.from({ length: count }, (_, at) => ({
        id: `c${at}`,
        label: `C${at}`,
        form: 'text' as const,
      }));
      const table = { columns, rows: [{ cells: columns.map(({ id }) => id), open: null }], total: null };
      const words = { headline: name, subtitle: name, definition: { title: name, text: name } };
      return { ...panel, ...words, name, picture: null, empty: null, table };
    };
    const sheets = async (...panels: ReturnType<typeof of>[]) => {
      const { pages } = await openPdf(await bytesOf('a4', hostilePack({ panels })));
      return ['Wide', 'One', 'Two', 'Three', 'How it was computed'].map((name) =>
        pages.findIndex((page, at) => at > 0 && bare(page).includes(bare(name))),
      );
    };
    const small = [of('One', 2), of('Two', 2), of('Three', 2)];
    expect((await sheets(...small)).slice(1, 4)).toEqual([1, 1, 1]);
    expect((await sheets(of('One', 2))).at(-1)).toBe(1);
    expect((await sheets(of('Wide', 12), ...small)).slice(0, 3)).toEqual([1, 1, 1]);
  });

  test('a table of 700 rows is whole, with its head on every page of it', async () => {
    const [panel] = hostilePack().panels;
    if (!panel) throw new Error('there is no panel');
    const columns = [
      { id: 'name', label: 'Name', form: 'text' as const },
      { id: 'count', label: 'Incidents', form: 'count' as const },
    ];
    const rows = Array.from({ length: 700 }, (_, at) => ({ cells: [`row-${at}.`, at], open: null }));
    const table = { columns, rows, total: null };
    const { pages } = await openPdf(await bytesOf('a4', hostilePack({ panels: [{ ...panel, table }] })));
    const held = pages.filter((page) => page.includes('row-'));
    expect(held.length).toBeGreaterThan(10);
    for (const page of held) expect(bare(page)).toContain('NameIncidents');
    const whole = pages.join(' ');
    for (const at of [0, 299, 300, 699]) expect(whole).toContain(`row-${at}.`);
  });
});
