import { clustersOf } from './clusters.ts';
import { drawMissing, missingWidth } from './missing-letter.ts';
import { PdfFaces, type PdfFonts, type Weight } from './pdf-faces.ts';
import { asDrawn, fromLeft, type Run, toRuns } from './text-runs.ts';

export interface TextLook {
  size: number;
  strong?: boolean;
  colour: string;
}

type Doc = PDFKit.PDFDocument;

/**
 * Sets text of any script: each letter in the first font that has it, and what goes from right to left in its order.
 * What no font has is a box with its number in it, and is copied as what it is.
 */
export class PdfType {
  readonly #doc: Doc;
  readonly faces: PdfFaces;

  constructor(doc: Doc, fonts: PdfFonts) {
    this.#doc = doc;
    this.faces = new PdfFaces(doc, fonts);
  }

  /** How wide a text is, in points. */
  width(text: string, look: TextLook): number {
    return this.#runs(text, look).reduce((sum, run) => sum + this.#widthOf(run, look), 0);
  }

  /** Writes one line, its letters standing on `y`; in the order in which it is read, whatever stands where. */
  line(text: string, x: number, y: number, look: TextLook): void {
    const runs = this.#runs(text, look);
    const places = new Map<Run, number>();
    let at = x;
    for (const run of fromLeft(runs)) {
      places.set(run, at);
      at += this.#widthOf(run, look);
    }
    for (const run of runs) this.#draw(run, places.get(run) ?? x, y, look);
  }

  /** The text in lines of this width; a word that is too long for one is cut into several. */
  wrap(text: string, width: number, look: TextLook): string[] {
    return text.split(/\r\n|[\n\r]/).flatMap((paragraph) => this.#wrapOne(paragraph, width, look));
  }

  /** The text, or as much of its beginning as fits, with an ellipsis. */
  fit(text: string, width: number, look: TextLook): string {
    if (this.width(text, look) <= width) return text;
    return `${this.#beginning(text, width - this.width('…', look), look).trimEnd()}…`;
  }

  #wrapOne(paragraph: string, width: number, look: TextLook): string[] {
    const space = this.width(' ', look);
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of paragraph.split(' ')) {
      let rest = word;
      let wide = this.width(rest, look);
      if (line !== '' && used + space + wide <= width) {
        line = `${line} ${rest}`;
        used += space + wide;
        continue;
      }
      if (line !== '') lines.push(line);
      while (wide > width) {
        const part = this.#beginning(rest, width, look);
        lines.push(part);
        rest = rest.slice(part.length);
        wide = this.width(rest, look);
      }
      line = rest;
      used = wide;
    }
    return [...lines, line];
  }

  /** The longest beginning that fits, of one letter at least. */
  #beginning(text: string, width: number, look: TextLook): string {
    const letters = clustersOf(text.slice(0, 4000));
    let [low, high] = [1, letters.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.width(letters.slice(0, middle).join(''), look) <= width) low = middle;
      else high = middle - 1;
    }
    return letters.slice(0, low).join('');
  }

  #draw(run: Run, x: number, y: number, look: TextLook): void {
    this.#use(run, look);
    this.#doc.fillColor(look.colour);
    if (run.font === null) {
      this.#doc.markContent('Span', { actual: run.text });
      drawMissing(this.#doc, run.text, { x, y, look });
      this.#doc.endMarkedContent();
    } else this.#doc.text(asDrawn(run), x, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  #widthOf(run: Run, look: TextLook): number {
    this.#use(run, look);
    return run.font === null ? missingWidth(run.text, look) : this.#doc.widthOfString(asDrawn(run));
  }

  #use({ font }: Run, look: TextLook): void {
    this.#doc.font(font ?? this.faces.first(weightOf(look))).fontSize(look.size);
  }

  #runs(text: string, look: TextLook): Run[] {
    return toRuns(text, (cluster) => this.faces.find(cluster, weightOf(look)));
  }
}

function weightOf({ strong }: TextLook): Weight {
  return strong ? 'strong' : 'regular';
}
