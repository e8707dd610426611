import { LIGHT } from '../../charts/light-values.ts';
import type { PdfType, TextLook } from './pdf-type.ts';

export type Doc = PDFKit.PDFDocument;
export type Struct = ReturnType<Doc['struct']>;

export type Paper = 'a4' | 'letter';
export type Layout = 'portrait' | 'landscape';

/** In points. */
const MARGIN = { side: 54, top: 42, bottom: 34 };
/** What stands above and below every page: words and a rule. */
const RUNNING = 24;
export const FOOT = 32;

export const LOOKS = {
  title: { size: 21, strong: true, colour: LIGHT.ink },
  chapter: { size: 15, strong: true, colour: LIGHT.ink },
  headline: { size: 12, strong: true, colour: LIGHT.ink },
  label: { size: 9.75, strong: true, colour: LIGHT.ink },
  finding: { size: 10.5, colour: LIGHT.ink },
  text: { size: 9.75, colour: LIGHT.ink },
  small: { size: 9, colour: LIGHT['ink-2'] },
  smallInk: { size: 9, colour: LIGHT.ink },
} as const satisfies Record<string, TextLook>;

/** The distance from one line to the next. */
export function leading({ size }: TextLook): number {
  return Math.round(size * 1.34 * 4) / 4;
}

/** A sheet of paper after the other, what has been written on it, and how the written is told to those who do not see it. */
export class Desk {
  readonly doc: Doc;
  readonly type: PdfType;
  readonly left = MARGIN.side;
  /** Where what is written next begins, from the top of the sheet. */
  y = 0;
  #layout: Layout = 'portrait';

  constructor(doc: Doc, type: PdfType) {
    this.doc = doc;
    this.type = type;
  }

  /** How the sheet lies that is written on. */
  get layout(): Layout {
    return this.#layout;
  }

  get width(): number {
    return this.doc.page.width - 2 * MARGIN.side;
  }

  get top(): number {
    return MARGIN.top + RUNNING;
  }

  get bottom(): number {
    return this.doc.page.height - MARGIN.bottom - FOOT;
  }

  newPage(layout = this.#layout): void {
    this.#layout = layout;
    this.doc.addPage({ ...this.doc.options, layout });
    this.y = this.top;
  }

  /** Goes on on a sheet that lies so: this one where there is room for so much, else the next. */
  turn(layout: Layout, height: number): void {
    if (layout !== this.#layout) this.newPage(layout);
    else this.keep(height);
  }

  /** What a sheet that lies so has room for. */
  room(layout: Layout): { width: number; height: number } {
    const { width, height } = this.doc.page;
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    const [across, down] = layout === 'portrait' ? [short, long] : [long, short];
    return { width: across - 2 * MARGIN.side, height: down - this.top - MARGIN.bottom - FOOT };
  }

  /** A new page unless there is room for so much. */
  keep(height: number): void {
    if (this.y + height > this.bottom && this.y > this.top) this.newPage();
  }

  /** What is drawn as one element of this kind. */
  tag(parent: Struct, kind: string, draw: () => void, options: { alt?: string; scope?: string } = {}): void {
    const content = this.doc.markStructureContent(kind);
    draw();
    this.doc.endMarkedContent();
    parent.add(this.doc.struct(kind, options as { alt?: string }, [content]));
  }

  /** Elements in an element. */
  group(parent: Struct, kind: string, fill: (group: Struct) => void): void {
    const group = this.doc.struct(kind);
    parent.add(group);
    fill(group);
    group.end();
  }

  /** What is on the sheet and says nothing: rules, and words that are repeated. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Words in lines, going on on the next page where they must. */
  words(parent: Struct, kind: string, text: string, look: TextLook, indent = 0): void {
    const lines = this.type.wrap(text, this.width - indent, look);
    const step = leading(look);
    const element = this.doc.struct(kind);
    parent.add(element);
    let content = this.doc.markStructureContent(kind);
    for (const line of lines) {
      if (this.y + step > this.bottom) {
        this.doc.endMarkedContent();
        element.add(content);
        this.newPage();
        content = this.doc.markStructureContent(kind);
      }
      this.type.line(line, this.left + indent, this.y + look.size, look);
      this.y += step;
    }
    this.doc.endMarkedContent();
    element.add(content);
    element.end();
  }

  rule(y: number, colour: string = LIGHT.rule, from = this.left, to = this.left + this.width): void {
    this.artifact(() => this.doc.lineWidth(0.75).moveTo(from, y).lineTo(to, y).stroke(colour));
  }
}
