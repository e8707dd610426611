import { type SankeyLink, sankey } from 'd3-sankey';
import { groupBy } from '../analysis/group-by.ts';
import type { FlowChart, FlowNode, FlowRibbon } from './flow-model.ts';
import { type FlowBox, type FlowLabel, labelFlow, roomForLabels, titlesOf } from './label-flow.ts';
import { rounded } from './svg.ts';

/** Where nodes, ribbons and labels of a flow stand, in pixels. */
export interface FlowLayout {
  width: number;
  height: number;
  /** Titles of the columns, at their nodes. */
  titles: readonly { x: number; anchor: 'start' | 'end'; text: string }[];
  nodes: readonly PlacedNode[];
  /** Those that can be seen and pointed at one by one. */
  ribbons: readonly PlacedRibbon[];
  /** Thinner ones of each trigger, as lines in one path; the thinnest are left out. */
  threads: readonly Threads[];
}

export type PlacedNode = FlowBox & { label: FlowLabel };

export interface PlacedRibbon {
  ribbon: FlowRibbon;
  path: string;
}

/** The ribbons of a trigger that are too thin for a shape of their own; where they lead, a table says. */
export interface Threads {
  trigger: string;
  path: string;
  /** How wide they are on average, so that together they cover what they are. */
  width: number;
}

interface Extra {
  node: FlowNode;
}
interface LinkExtra {
  ribbon: FlowRibbon;
}

const NODE = 7;
/** Half a pixel is hardly seen, and four in five ribbons of a large flow are thinner; a tenth is not seen at all. */
const THREAD = { most: 0.5, least: 0.1 };
/** So far apart that a label of one line stands beside the thinnest of nodes. */
const GAP = 15;
/** The first and the last node have half a line above and below. */
const EDGE = 8;

const HEIGHT = { least: 180, most: 418, perNode: 56 };

/** How high a flow is drawn, titles included: a few nodes need less than many, and would shout in the height of many. */
export function flowHeight({ nodes }: FlowChart): number {
  const most = Math.max(...[0, 1, 2].map((column) => nodes.filter((node) => node.column === column).length));
  return Math.min(HEIGHT.most, HEIGHT.least + HEIGHT.perNode * Math.max(0, most - 1));
}

/** Places a flow in three columns: nodes over the full height, ribbons in the order of both their ends. */
export function layoutFlow(chart: FlowChart, size: { width: number; height: number }): FlowLayout {
  const { width, height } = size;
  const room = roomForLabels(chart.nodes, width);
  const order = new Map(chart.nodes.map(({ id }, index) => [id, index]));
  const place = (id: string) => (id === chart.focus ? -1 : (order.get(id) ?? 0));
  const links = [...chart.ribbons].sort(
    (one, other) =>
      place(one.source) - place(other.source) ||
      (order.get(one.target) ?? 0) - (order.get(other.target) ?? 0) ||
      place(one.trigger) - place(other.trigger),
  );
  const generator = sankey<Extra, LinkExtra>()
    .nodeAlign((node) => node.node.column)
    .nodeWidth(NODE)
    .nodePadding(padding(chart, height))
    .nodeSort(null)
    .linkSort(null)
    .iterations(0)
    .extent([
      [room.left, EDGE],
      [width - room.right, height - EDGE],
    ]);
  const graph = generator({
    nodes: chart.nodes.map((node) => ({ node })),
    links: links.map((ribbon) => ({
      source: order.get(ribbon.source) ?? 0,
      target: order.get(ribbon.target) ?? 0,
      value: ribbon.count,
      ribbon,
    })),
  });
  justify(graph.nodes, height);
  generator.update(graph);
  const nodes = labelFlow(
    graph.nodes.map(({ node, x0 = 0, y0 = 0, y1 = 0 }) => ({
      node,
      x: x0,
      y: y0,
      width: NODE,
      height: y1 - y0,
    })),
    { width, height, right: room.right },
  );
  return {
    width,
    height,
    titles: titlesOf(chart.columnTitles, nodes, width),
    nodes,
    ribbons: graph.links.filter(isRibbon).map((link) => ({
      ribbon: link.ribbon,
      path: ribbonPath(link),
    })),
    threads: threadsOf(graph.links),
  };
}

type Link = SankeyLink<Extra, LinkExtra>;

const isRibbon = ({ width = 0 }: Link): boolean => width >= THREAD.most;

function threadsOf(links: readonly Link[]): Threads[] {
  const thin = groupBy(
    links.filter(({ width = 0 }) => width < THREAD.most && width >= THREAD.least),
    ({ ribbon }) => ribbon.trigger,
  );
  return [...thin].map(([trigger, lines]) => ({
    trigger,
    path: lines.map(threadPath).join(''),
    width: lines.reduce((sum, { width = 0 }) => sum + width, 0) / lines.length,
  }));
}

/** After the layout d3 has put the node itself in place of its index. */
function end<N extends object>(node: N | string | number): N {
  if (typeof node === 'object') return node;
  throw new TypeError(`the end of a ribbon is not placed: ${node}`);
}

/** Columns with fewer nodes have wider gaps, so that every column reaches from top to bottom. */
function justify(nodes: { node: FlowNode; y0?: number; y1?: number }[], height: number): void {
  for (const column of [0, 1, 2]) {
    const here = nodes.filter(({ node }) => node.column === column);
    const filled = here.reduce((sum, { y0 = 0, y1 = 0 }) => sum + y1 - y0, 0);
    const gap = here.length > 1 ? (height - 2 * EDGE - filled) / (here.length - 1) : 0;
    let y = here.length > 1 ? EDGE : (height - filled) / 2;
    for (const place of here) {
      const tall = (place.y1 ?? 0) - (place.y0 ?? 0);
      place.y0 = y;
      place.y1 = y + tall;
      y += tall + gap;
    }
  }
}

function padding({ nodes }: FlowChart, height: number): number {
  const most = Math.max(...[0, 1, 2].map((column) => nodes.filter((node) => node.column === column).length));
  return Math.min(GAP, height / (2 * Math.max(1, most)));
}

function ribbonPath({ source, target, y0 = 0, y1 = 0, width = 0 }: Link): string {
  const [x0, x1] = [end(source).x1 ?? 0, end(target).x0 ?? 0];
  const [from, to] = [y0 - width / 2, y1 - width / 2];
  const middle = (x0 + x1) / 2;
  const at = (...pairs: [number, number][]) => pairs.map(([x, y]) => `${rounded(x)} ${precise(y)}`).join(' ');
  const there = `C${at([middle, from], [middle, to], [x1, to])}`;
  const back = `C${at([middle, to + width], [middle, from + width], [x0, from + width])}`;
  return `M${at([x0, from])}${there}V${precise(to + width)}${back}Z`;
}

/** The middle of a ribbon as a line. */
function threadPath({ source, target, y0 = 0, y1 = 0 }: Link): string {
  const [x0, x1] = [end(source).x1 ?? 0, end(target).x0 ?? 0];
  const [half, whole] = [rounded((x1 - x0) / 2), rounded(x1 - x0)];
  const down = rounded(y1 - y0);
  return `M${rounded(x0)} ${rounded(y0)}c${half} 0 ${half} ${down} ${whole} ${down}`;
}

/** Ribbons can be thinner than a tenth of a pixel. */
function precise(value: number): string {
  return String(Math.round(value * 100) / 100);
}
