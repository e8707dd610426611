import type { Picture } from '../../charts/chart-model.ts';
import { draw, sizeOf } from '../../charts/draw.ts';
import type { PackPanel } from '../../packs/pack.ts';
import { type Desk, type Layout, LOOKS, leading, type Struct } from './desk.ts';
import { drawSvg } from './draw-svg.ts';
import { heatWords, type PaperRows, paperRows } from './paper-rows.ts';
import { drawTable } from './pdf-table.ts';

/** Points to a pixel of a picture: 12 pixels become 9 points. */
const SCALE = 0.75;
/** Smaller letters cannot be read: then the table has to do. */
const SMALLEST = 0.42;
const ROOM_FOR_ROWS = 70;
/** In pixels: where a list of patterns has room for all of its columns. */
const FULL_LIST = 900;
/** Tables of more columns, and lists that are laid out in columns, go on sheets that lie across. */
const MOST_UPRIGHT = 10;

/** One panel: what it says, what it measures, the picture, the rows and how they were counted. Gives the page that it begins on. */
export function drawPanel(desk: Desk, parent: Struct, panel: PackPanel, chapter: string): number {
  const { headline, subtitle, definition, picture, empty, table } = panel;
  const isWide = table.columns.filter(({ inFilesOnly }) => !inFilesOnly).length > MOST_UPRIGHT;
  const head = headHeight(desk, panel);
  const placed = picture && place(desk, picture, head, isWide);
  const shown = paperRows(panel, placed !== null);
  const whole = picture ? null : heightOfList(desk, panel, shown);
  const layout = placed?.layout ?? (isWide ? 'landscape' : layoutFor(desk, head, whole));
  const rows = whole ?? (shown.table.rows.length > 0 ? ROOM_FOR_ROWS : 20);
  const fills = placed !== null && head + placed.height + rows > desk.room(layout).height;
  desk.turn(layout, head + (placed ? placed.height + 12 : 0) + (fills ? 0 : rows));
  if (desk.y > desk.top) desk.y += 22;
  const page = desk.doc.bufferedPageRange().count;
  desk.doc.outline.addItem(chapter);
  desk.words(parent, 'H1', chapter, LOOKS.chapter);
  desk.y += 6;
  desk.words(parent, 'H2', headline, LOOKS.headline);
  desk.y += 2;
  desk.words(parent, 'P', subtitle, LOOKS.small);
  desk.y += 8;
  if (placed && picture) drawPicture(desk, parent, { picture, placed, alt: altOf(panel) });
  else if (picture) desk.words(parent, 'P', TOO_LARGE, LOOKS.small);
  else if (empty) desk.words(parent, 'P', empty, LOOKS.text);
  desk.y += 6;
  if (isWide && shown.table.rows.length > 0) desk.turn('landscape', ROOM_FOR_ROWS);
  drawRows(desk, parent, shown);
  desk.y += 8;
  drawDefinition(desk, parent, definition);
  return page;
}

/** Below its head, of a few rows without a picture: how high all of it is, if they are a line each; null for what may be parted. */
function heightOfList(desk: Desk, { definition }: PackPanel, { table, instead }: PaperRows): number | null {
  if (table.rows.length > FEW_ROWS) return null;
  const words = [...instead, `${definition.title}. ${definition.text}`].join('\n').split('\n');
  const lines = words.flatMap((line) => desk.type.wrap(line, desk.width, LOOKS.small));
  return (table.rows.length + 2) * ROW + lines.length * leading(LOOKS.small) + 38;
}

const FEW_ROWS = 12;
/** In points, as most rows are. */
const ROW = 18;

/** What is small stays on a sheet that lies across where it has room there; else it stands upright. */
function layoutFor(desk: Desk, head: number, whole: number | null): Layout {
  return whole !== null && desk.y + head + whole <= desk.bottom ? desk.layout : 'portrait';
}

const BETWEEN_PARAGRAPHS = 4;

/** Each line of a definition is a paragraph: a list of measures has one for each. */
function drawDefinition(desk: Desk, parent: Struct, { title, text }: PackPanel['definition']): void {
  const paragraphs = `${title}. ${text}`.split(/[\n\r]+/).filter((words) => words.trim() !== '');
  for (const [index, words] of paragraphs.entries()) {
    if (index > 0) desk.y += BETWEEN_PARAGRAPHS;
    desk.words(parent, 'P', words, LOOKS.small);
  }
}

function drawRows(desk: Desk, parent: Struct, { table, instead }: PaperRows): void {
  if (table.rows.length > 0) drawTable(desk, parent, table);
  for (const words of instead) {
    desk.y += 4;
    desk.words(parent, 'P', words, LOOKS.small);
  }
}

/** What is told of a picture to those who do not see it; a table says the rest, where there is one. */
function altOf({ headline, subtitle, picture, table }: PackPanel): string {
  const words = `${headline}. ${subtitle}`;
  return picture?.kind === 'heat' ? `${words} ${heatWords(table)}` : words;
}

const TOO_LARGE = 'The picture is too large for a page; the table has all that it shows.';

function headHeight(desk: Desk, { headline, subtitle }: PackPanel): number {
  const lines = (text: string, look: (typeof LOOKS)['headline' | 'small']) =>
    desk.type.wrap(text, desk.width, look).length * leading(look);
  return 60 + lines(headline, LOOKS.headline) + lines(subtitle, LOOKS.small);
}

interface Placed {
  layout: Layout;
  /** In pixels. */
  offered: number;
  scale: number;
  /** In points. */
  height: number;
}

/**
 * How a picture is placed: as wide as its sheet and no higher, on a sheet that lies across where it is larger there.
 * Null where it could not be read on either.
 */
function place(desk: Desk, picture: Picture, head: number, isWide: boolean): Placed | null {
  const layouts: readonly Layout[] =
    isWide || picture.kind === 'scan' ? ['landscape', 'portrait'] : ['portrait'];
  const [best] = layouts
    .map((layout) => placeOn(desk.room(layout), layout, picture, head))
    .sort((one, other) => other.scale - one.scale);
  return best && best.scale >= SMALLEST ? best : null;
}

function placeOn(
  room: { width: number; height: number },
  layout: Layout,
  picture: Picture,
  head: number,
): Placed {
  const offered = Math.max(Math.floor(room.width / SCALE), picture.kind === 'scan' ? FULL_LIST : 0);
  const size = sizeOf(picture, offered);
  const scale = Math.min(SCALE, room.width / size.width, (room.height - head - 8) / size.height);
  return { layout, offered, scale, height: size.height * scale };
}

function drawPicture(
  desk: Desk,
  parent: Struct,
  { picture, placed, alt }: { picture: Picture; placed: Placed; alt: string },
): void {
  const svg = draw(picture, { width: placed.offered, theme: 'light', label: alt });
  const { doc } = desk;
  desk.tag(
    parent,
    'Figure',
    () => {
      doc.save().translate(desk.left, desk.y).scale(placed.scale);
      drawSvg(doc, desk.type, svg);
      doc.restore();
    },
    { alt },
  );
  desk.y += placed.height + 4;
}
