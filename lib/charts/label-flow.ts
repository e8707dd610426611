import type { FlowChart, FlowNode } from './flow-model.ts';
import { formatCount } from './format.ts';
import { spread } from './spread.ts';
import { fitText, textWidth } from './text-fit.ts';

/** The name of a node, in one line or two; its count follows the last one. */
export interface FlowLabel {
  x: number;
  /** The base of the first line. */
  y: number;
  anchor: 'start' | 'end';
  lines: readonly string[];
}

/** A node where it stands. */
export interface FlowBox {
  node: FlowNode;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The lines of a label are so far apart. */
export const LABEL_LINE = 14;
const APART = 15;
/** Half of what one line takes, and from the middle of a line to its base. */
const HALF = 7;
const BASE = 4;
const BESIDE = 6;
const EDGE = 2;
/** The part of a picture that names at both sides may take. */
const MOST = 0.52;
/** A name cut shorter than this says less than the count alone. */
const LEAST_NAME = 20;

/** The room left of the first column and right of the last: what the widest name needs; a shorter side leaves its part to the other. */
export function roomForLabels(nodes: readonly FlowNode[], width: number): { left: number; right: number } {
  const wanted = (column: number) =>
    Math.max(0, ...nodes.filter((node) => node.column === column).map(wholeWidth)) + BESIDE + EDGE + 8;
  const [left, right] = [wanted(0), wanted(2)];
  const both = width * MOST;
  if (left + right <= both) return { left, right };
  const least = Math.min(left, right, both / 2);
  return left < right ? { left: least, right: both - least } : { left: both - least, right: least };
}

/**
 * Nodes with their labels: beside the middle of each, moved where two would meet, never beyond the picture. A
 * name that is too long for its room takes a second line where its neighbours leave one, else it ends in an ellipsis.
 */
export function labelFlow(
  nodes: readonly FlowBox[],
  { width, height, right }: { width: number; height: number; right: number },
): (FlowBox & { label: FlowLabel })[] {
  const labels = new Map<FlowBox, FlowLabel>();
  for (const column of [0, 1, 2]) {
    const here = nodes.filter(({ node }) => node.column === column).sort((one, other) => one.y - other.y);
    const middles = spread(
      here.map(({ y, height: tall }) => y + tall / 2),
      APART,
      HALF,
      height - HALF,
    );
    let free = 0;
    for (const [index, box] of here.entries()) {
      const middle = middles[index] ?? 0;
      const next = (middles[index + 1] ?? height + HALF) - HALF;
      const isRoomy = middle - LABEL_LINE >= free && middle + LABEL_LINE <= next;
      const x = column === 0 ? box.x - BESIDE - 1 : box.x + box.width + BESIDE;
      const end = column === 1 ? width - right - box.width - BESIDE : width - EDGE;
      const lines = linesOf(box.node, column === 0 ? x - EDGE : end - x, isRoomy ? 2 : 1);
      const above = ((lines.length - 1) * LABEL_LINE) / 2;
      labels.set(box, { x, y: middle - above + BASE, anchor: column === 0 ? 'end' : 'start', lines });
      free = middle + above + HALF;
    }
  }
  return nodes.flatMap((box) => {
    const label = labels.get(box);
    return label ? [{ ...box, label }] : [];
  });
}

/** Titles at the nodes of their columns, each within the room that the next one leaves. */
export function titlesOf(
  titles: FlowChart['columnTitles'],
  nodes: readonly FlowBox[],
  width: number,
): { x: number; anchor: 'start' | 'end'; text: string }[] {
  const places = titles.map((_, column) => nodes.find(({ node }) => node.column === column));
  return titles.map((title, column) => {
    const box = places[column];
    const x = box?.x ?? 0;
    if (column === 0) return { x: x + (box?.width ?? 0), anchor: 'end', text: fitText(title, x) };
    const end = (places[column + 1]?.x ?? width) - BESIDE;
    return { x, anchor: 'start', text: fitText(title, end - x) };
  });
}

function wholeWidth({ label, count }: FlowNode): number {
  return textWidth(`${label} ${formatCount(count)}`);
}

function linesOf(node: FlowNode, room: number, most: number): string[] {
  if (wholeWidth(node) <= room) return [node.label];
  const last = room - textWidth(` ${formatCount(node.count)}`);
  if (last < LEAST_NAME) return [''];
  const words = node.label.replaceAll('› ', '›\u00a0').split(' ');
  const first = beginning(words, room);
  const rest = words.slice(first.length).join(' ');
  if (most > 1 && first.length > 0 && rest !== '') return [first.join(' '), fitText(rest, last)];
  return [fitText(node.label, last)];
}

/** As many words as one line takes, not all of them. */
function beginning(words: readonly string[], room: number): string[] {
  const fitting = words.filter((_, index) => textWidth(words.slice(0, index + 1).join(' ')) <= room);
  return fitting.slice(0, words.length - 1);
}
