/** The fonts of a PDF as TrueType, those of each weight by script: what the first lacks is looked for in the next. */
export interface PdfFonts {
  regular: readonly Uint8Array[];
  strong: readonly Uint8Array[];
}

export interface TextLook {
  size: number;
  strong?: boolean;
  colour: string;
}

type Doc = PDFKit.PDFDocument;
type Weight = keyof PdfFonts;

/** Letters of one font; none of the fonts has those of `null`. */
interface Run {
  font: string | null;
  text: string;
}

/** Sets text of any script: each letter in the first font that has it. What none has is a box, and can be copied all the same. */
export class PdfType {
  readonly #doc: Doc;
  readonly #names: Record<Weight, string[]>;
  readonly #fontOf: Record<Weight, Map<string, string | null>> = { regular: new Map(), strong: new Map() };

  constructor(doc: Doc, fonts: PdfFonts) {
    this.#doc = doc;
    const register = (weight: Weight) =>
      fonts[weight].map((font, index) => {
        const name = `${weight}-${index}`;
        doc.registerFont(name, Buffer.from(font.buffer, font.byteOffset, font.byteLength));
        return name;
      });
    this.#names = { regular: register('regular'), strong: register('strong') };
  }

  /** How wide a text is, in points. */
  width(text: string, look: TextLook): number {
    return this.#runs(text, look).reduce((sum, run) => sum + this.#widthOf(run, look), 0);
  }

  /** Writes one line, its letters standing on `y`. */
  line(text: string, x: number, y: number, look: TextLook): void {
    let at = x;
    for (const run of this.#runs(text, look)) {
      this.#use(run, look);
      const isThere = run.font !== null;
      if (!isThere) this.#doc.markContent('Span', { actual: run.text });
      const drawn = isThere ? run.text : NO_LETTER.repeat([...run.text].length);
      this.#doc.fillColor(look.colour).text(drawn, at, y, { lineBreak: false, baseline: 'alphabetic' });
      if (!isThere) this.#doc.endMarkedContent();
      at += this.#widthOf(run, look);
    }
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
    const letters = [...text.slice(0, 4000)];
    let [low, high] = [1, letters.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.width(letters.slice(0, middle).join(''), look) <= width) low = middle;
      else high = middle - 1;
    }
    return letters.slice(0, low).join('');
  }

  #widthOf(run: Run, look: TextLook): number {
    this.#use(run, look);
    if (run.font === null) return this.#doc.widthOfString(NO_LETTER) * [...run.text].length;
    return this.#doc.widthOfString(run.text);
  }

  #use({ font }: Run, { size, strong }: TextLook): void {
    this.#doc.font(font ?? this.#names[strong ? 'strong' : 'regular'][0] ?? '').fontSize(size);
  }

  #runs(text: string, { strong }: TextLook): Run[] {
    const weight = strong ? 'strong' : 'regular';
    const runs: Run[] = [];
    for (const letter of text.replace(UNSEEN, '').replace(/\p{Cs}/gu, '\ufffd')) {
      const font = this.#findFont(letter, weight);
      const last = runs.at(-1);
      if (last && last.font === font) last.text += letter;
      else runs.push({ font, text: letter });
    }
    return runs;
  }

  #findFont(letter: string, weight: Weight): string | null {
    const known = this.#fontOf[weight];
    const found = known.get(letter);
    if (found !== undefined) return found;
    const name = this.#names[weight].find((one) => hasLetter(this.#doc.font(one), letter)) ?? null;
    known.set(letter, name);
    return name;
  }
}

/** Control characters, and marks that are not seen but turn the text around them. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu;
const NO_LETTER = '?';

/** The library says nowhere else which letters a font has. */
function hasLetter(doc: Doc, letter: string): boolean {
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };
  return _font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}
