/** The fonts of a PDF as TrueType, those of each weight by script: what the first lacks is looked for in the next. */
export interface PdfFonts {
  regular: readonly Uint8Array[];
  strong: readonly Uint8Array[];
}

export type Weight = keyof PdfFonts;

type Doc = PDFKit.PDFDocument;

/** The fonts that a PDF has, by the names under which it knows them, and which of them has which letters. */
export class PdfFaces {
  readonly #doc: Doc;
  readonly #names: Record<Weight, string[]> = { regular: [], strong: [] };
  readonly #fontOf: Record<Weight, Map<string, string | null>> = { regular: new Map(), strong: new Map() };

  constructor(doc: Doc, fonts: PdfFonts) {
    this.#doc = doc;
    this.add(fonts);
  }

  /** Fonts that are asked after those that are there. */
  add(fonts: PdfFonts): void {
    for (const weight of ['regular', 'strong'] as const) {
      for (const font of fonts[weight]) {
        const name = `${weight}-${this.#names[weight].length}`;
        this.#doc.registerFont(name, Buffer.from(font.buffer, font.byteOffset, font.byteLength));
        this.#names[weight].push(name);
      }
      this.#fontOf[weight].clear();
    }
  }

  /** The font that most is written in. */
  first(weight: Weight): string {
    return this.#names[weight][0] ?? '';
  }

  /** The first font that has every letter of a cluster; null where none has. */
  find(cluster: string, weight: Weight): string | null {
    const known = this.#fontOf[weight];
    const found = known.get(cluster);
    if (found !== undefined) return found;
    const name = this.#names[weight].find((one) => hasLetters(this.#doc.font(one), cluster)) ?? null;
    known.set(cluster, name);
    return name;
  }
}

/** The library says nowhere else which letters a font has. */
function hasLetters(doc: Doc, cluster: string): boolean {
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };
  return Array.from(cluster).every((letter) => _font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}
