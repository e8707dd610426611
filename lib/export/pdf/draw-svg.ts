import { LIGHT } from '../../charts/light-values.ts';
import type { PdfType, TextLook } from './pdf-type.ts';
import { type SvgElement, svgTree, wordsIn } from './svg-tree.ts';

type Doc = PDFKit.PDFDocument;
type Attributes = SvgElement['attributes'];

/** Lines at 45 degrees, so far apart. */
interface Hatch {
  pitch: number;
  colour: string;
}

/** Draws one of our own pictures as vectors, its letters as text, at the place and scale that the page has been turned to. */
export function drawSvg(doc: Doc, type: PdfType, svg: string): void {
  const drawing = svgTree(svg);
  const hatches = new Map(hatchesIn(drawing));
  for (const child of drawing.children) if (typeof child !== 'string') drawElement(child);

  function drawElement(element: SvgElement): void {
    const { name, attributes, children } = element;
    if (name === 'g') {
      doc.save();
      const [x = 0, y = 0] = numbersIn(/translate\(([^)]*)\)/.exec(attributes.transform ?? '')?.[1] ?? '');
      doc.translate(x, y);
      for (const child of children) if (typeof child !== 'string') drawElement(child);
      doc.restore();
    } else if (name === 'text') drawText(doc, type, element);
    else if (name !== 'title' && name !== 'defs') drawShape(doc, name, attributes, hatches);
  }
}

function hatchesIn({ name, attributes, children }: SvgElement): [string, Hatch][] {
  const elements = children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
  if (name !== 'pattern') return elements.flatMap(hatchesIn);
  const colour = elements[0]?.attributes.stroke ?? LIGHT['ink-3'];
  return [[`url(#${attributes.id})`, { pitch: Number(attributes.width), colour }]];
}

function drawShape(
  doc: Doc,
  name: string,
  attributes: Attributes,
  hatches: ReadonlyMap<string, Hatch>,
): void {
  const { fill = '#000000', stroke = 'none', 'paint-order': order } = attributes;
  const hatch = hatches.get(fill);
  if (hatch) {
    drawHatch(doc, attributes, hatch);
    return;
  }
  const paint = {
    fill: () => {
      if (fill === 'none') return;
      outline(doc, name, attributes);
      doc.fillOpacity(Number(attributes['fill-opacity'] ?? 1)).fill(fill);
      doc.fillOpacity(1);
    },
    stroke: () => {
      if (stroke === 'none') return;
      outline(doc, name, attributes);
      doc.lineWidth(Number(attributes['stroke-width'] ?? 1)).lineJoin(joinOf(attributes));
      const dash = numbersIn(attributes['stroke-dasharray'] ?? '');
      if (dash.length > 0) doc.dash(dash[0] ?? 1, { space: dash[1] ?? dash[0] ?? 1 });
      doc.stroke(stroke);
      if (dash.length > 0) doc.undash();
    },
  };
  for (const part of order === 'stroke' ? (['stroke', 'fill'] as const) : (['fill', 'stroke'] as const))
    paint[part]();
}

function joinOf(attributes: Attributes): 'miter' | 'round' {
  return attributes['stroke-linejoin'] === 'round' ? 'round' : 'miter';
}

function outline(doc: Doc, name: string, attributes: Attributes): void {
  const figure = (key: string) => Number(attributes[key] ?? 0);
  if (name === 'rect') doc.rect(figure('x'), figure('y'), figure('width'), figure('height'));
  else if (name === 'circle') doc.circle(figure('cx'), figure('cy'), figure('r'));
  else if (name === 'path') doc.path(attributes.d ?? '');
  else if (name === 'polyline' || name === 'polygon') {
    const points = numbersIn(attributes.points ?? '');
    for (let at = 0; at + 1 < points.length; at += 2) {
      const [x = 0, y = 0] = points.slice(at, at + 2);
      if (at === 0) doc.moveTo(x, y);
      else doc.lineTo(x, y);
    }
    if (name === 'polygon') doc.closePath();
  } else throw new RangeError(`a PDF cannot draw ${name}`);
}

/** Only bars, nodes and cells are hatched, and they are upright. */
function drawHatch(doc: Doc, attributes: Attributes, { pitch, colour }: Hatch): void {
  const [x, y, width, height] = (['x', 'y', 'width', 'height'] as const).map((key) =>
    Number(attributes[key] ?? 0),
  );
  if (x === undefined || y === undefined || width === undefined || height === undefined) return;
  doc.save().rect(x, y, width, height).clip().lineWidth(1);
  const step = pitch * Math.SQRT2;
  for (let from = x - height; from < x + width; from += step)
    doc.moveTo(from, y + height).lineTo(from + height, y);
  doc.stroke(colour).restore();
}

/** The words of an element; those set apart in it follow each other. With a halo the paper shows through behind them. */
function drawText(doc: Doc, type: PdfType, { attributes, children }: SvgElement): void {
  const parts = children.map((child) => ({
    words: typeof child === 'string' ? child : wordsIn(child),
    look: lookOf(typeof child === 'string' ? attributes : { ...attributes, ...child.attributes }),
  }));
  const widths = parts.map(({ words, look }) => type.width(words, look));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const anchor = attributes['text-anchor'];
  const [x, y, size] = [
    Number(attributes.x ?? 0),
    Number(attributes.y ?? 0),
    Number(attributes['font-size'] ?? 12),
  ];
  let at = x - (anchor === 'end' ? whole : anchor === 'middle' ? whole / 2 : 0);
  if (attributes['paint-order'] === 'stroke')
    doc
      .fillOpacity(0.75)
      .rect(at - 1, y - size * 0.78, whole + 2, size)
      .fill('#FFFFFF')
      .fillOpacity(1);
  parts.forEach(({ words, look }, index) => {
    type.line(words, at, y, look);
    at += widths[index] ?? 0;
  });
}

function lookOf(attributes: Attributes): TextLook {
  return {
    size: Number.parseFloat(attributes['font-size'] ?? '12'),
    strong: Number(attributes['font-weight'] ?? 400) >= 600,
    colour: attributes.fill ?? LIGHT['ink-2'],
  };
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([figure]) => Number(figure));
}
