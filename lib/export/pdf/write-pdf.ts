import PDFDocument from 'pdfkit';
import { describeInstant } from '../../analysis/moment-words.ts';
import { LIGHT } from '../../charts/light-values.ts';
import type { Pack } from '../../packs/pack.ts';
import { unusualClusters } from './clusters.ts';
import { Desk, LOOKS, type Paper } from './desk.ts';
import { drawCover, type Finding } from './pdf-cover.ts';
import type { PdfFonts } from './pdf-faces.ts';
import { drawMethods } from './pdf-methods.ts';
import { drawPanel } from './pdf-panel.ts';
import { PdfType } from './pdf-type.ts';

/**
 * A pack as a PDF in pieces: a cover, each panel with its picture as vectors and its table, and the methods. It is
 * tagged, has a title and a language, and its letters are text.
 * @param moreFonts fonts with letters that are in none of `fonts`
 */
export async function* writePdf(
  pack: Pack,
  { paper, fonts, moreFonts }: PdfOptions,
): AsyncGenerator<Uint8Array> {
  const doc = openDocument(pack, paper);
  const type = new PdfType(doc, fonts);
  const missing = unusualClusters(JSON.stringify(pack)).filter(
    (cluster) => type.faces.find(cluster, 'regular') === null,
  );
  type.faces.add(await moreFonts(missing));
  const desk = new Desk(doc, type);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const cover = doc.struct('Sect');
  root.add(cover);
  desk.newPage();
  // The cover is drawn when it is known what stands where; nothing else comes on its page.
  desk.y = desk.bottom;

  const findings: Finding[] = [];
  for (const [index, panel] of pack.panels.entries()) {
    // Each takes a while; others want to be answered meanwhile.
    await new Promise(setImmediate);
    const chapter = `${index + 1}  ${panel.name}`;
    const section = doc.struct('Sect');
    root.add(section);
    const page = drawPanel(desk, section, panel, chapter);
    section.end();
    findings.push({ headline: panel.headline, page });
  }
  const appendix = doc.struct('Sect');
  root.add(appendix);
  desk.turn('portrait', desk.room('portrait').height / 2);
  if (desk.y > desk.top) desk.y += 28;
  drawMethods(desk, appendix, pack.methods, 'How it was computed');
  appendix.end();

  doc.switchToPage(0);
  drawCover(desk, cover, pack, findings);
  drawRunning(desk, pack);
  root.end();
  doc.end();
  for await (const piece of doc) yield piece as Uint8Array;
}

export interface PdfOptions {
  paper: Paper;
  fonts: PdfFonts;
  moreFonts: (clusters: readonly string[]) => Promise<PdfFonts>;
}

function openDocument(pack: Pack, paper: Paper): PDFKit.PDFDocument {
  return new PDFDocument({
    size: paper === 'a4' ? 'A4' : 'LETTER',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    // None at first: it would be the same as one that is registered, which would then be read anew for each word.
    font: '',
    info: {
      Title: `${pack.title}, ${pack.periodWords}`,
      Author: pack.workspace,
      Subject: pack.filterWords,
      Creator: 'Lookback',
      CreationDate: new Date(pack.madeAt),
      ModDate: new Date(pack.madeAt),
    },
  });
}

/** What stands on every page: at the top what it is and below what it holds, but on the cover, and which page it is. */
function drawRunning(desk: Desk, pack: Pack): void {
  const { doc, type } = desk;
  const look = LOOKS.small;
  const { count } = doc.bufferedPageRange();
  const right = (words: string, y: number) =>
    type.line(words, desk.left + desk.width - type.width(words, look), y, look);
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    const foot = doc.page.height - 52;
    desk.artifact(() => {
      if (page > 0) {
        type.line(type.fit(pack.title, desk.width - 160, look), desk.left, 42 + look.size, look);
        right(describeInstant(Date.parse(pack.madeAt), pack.timeZone), 42 + look.size);
        doc
          .lineWidth(0.75)
          .moveTo(desk.left, 58)
          .lineTo(desk.left + desk.width, 58)
          .stroke(LIGHT.rule);
      }
      doc
        .lineWidth(0.75)
        .moveTo(desk.left, foot)
        .lineTo(desk.left + desk.width, foot)
        .stroke(LIGHT.rule);
      if (page > 0) type.line(type.fit(footWords(pack), desk.width - 90, look), desk.left, foot + 15, look);
      right(`Page ${page + 1} of ${count}`, foot + 15);
    }, 'Pagination');
  }
}

function footWords({ filterWords, factsVersion }: Pack): string {
  return `${filterWords}${factsVersion === null ? '' : ` · data version ${factsVersion}`}`;
}
