import type { FlowChart, FlowNode } from './flow-model.ts';
import { nodeWords } from './flow-words.ts';
import { formatCount } from './format.ts';
import { hatched, hatchPatterns } from './hatch.ts';
import { LABEL_LINE } from './label-flow.ts';
import {
  type FlowLayout,
  flowHeight,
  layoutFlow,
  type PlacedNode,
  type PlacedRibbon,
} from './layout-flow.ts';
import { LIGHT, type Token } from './light-values.ts';
import { fill, look, type Theme, textLook } from './looks.ts';
import { element, escapeText, title } from './svg.ts';

/** Where a node of a flow leads: the same page with it chosen, or free again, and without it. */
export interface FlowLinks {
  toggle: string;
  exclude: string | null;
}

/** By the ids of the nodes; one that is missing leads nowhere. */
export type LinksOfFlow = Readonly<Record<string, FlowLinks>>;

const TITLES = 18;

/** A flow as an SVG of the page. Pointing at a trigger, or walking to it, follows its ribbons. */
export function drawLinkedFlow(chart: FlowChart, links: LinksOfFlow, width: number): string {
  const height = flowHeight(chart);
  return element(
    'svg',
    {
      class: 'picture flow-drawing',
      width,
      height,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
    },
    title('Flow from trigger through escalation path to outcome'),
    drawFlow(chart, { width, height }, 'css', links),
  );
}

/** A flow as the inside of an SVG of this size, the titles of its columns above. */
export function drawFlow(
  chart: FlowChart,
  size: { width: number; height: number },
  theme: Theme,
  links: LinksOfFlow = {},
): string {
  const layout = layoutFlow(chart, { width: size.width, height: size.height - TITLES });
  const labels = new Map(chart.nodes.map(({ id, label }) => [id, label]));
  const first = layout.nodes.find(({ node }) => links[node.id])?.node.id;
  const isTrigger = ({ node }: PlacedNode) => node.column === 0;
  // What nobody walks through has the coloured ribbons over the others; the page keeps the order in which it is walked.
  const inOrder = (triggers: readonly PlacedNode[]) =>
    Object.keys(links).length > 0
      ? triggers
      : triggers.toSorted(
          (one, other) => Number(one.node.id === chart.focus) - Number(other.node.id === chart.focus),
        );
  const nodeOf = (placed: PlacedNode) => {
    const { id } = placed.node;
    return linked(drawNode(placed, id === chart.focus, theme), links[id], { id, isStop: id === first });
  };
  return [
    hatchPatterns(theme),
    ...layout.titles.map(({ x, anchor, text }) =>
      element(
        'text',
        { ...textLook(theme, ...(anchor === 'end' ? (['end'] as const) : [])), x, y: 11 },
        escapeText(text),
      ),
    ),
    element(
      'g',
      { transform: `translate(0 ${TITLES})` },
      ...inOrder(layout.nodes.filter(isTrigger)).map((placed) =>
        element(
          'g',
          theme === 'css'
            ? {
                class: 'followed',
                style: `--own:var(--${colourOf(placed.node)})`,
                'data-key': placed.node.id,
              }
            : {},
          ...drawRibbons(placed.node, layout, { labels, isFocus: placed.node.id === chart.focus, theme }),
          nodeOf(placed),
        ),
      ),
      ...layout.nodes.filter((placed) => !isTrigger(placed)).map(nodeOf),
    ),
  ].join('');
}

interface RibbonLook {
  labels: ReadonlyMap<string, string>;
  isFocus: boolean;
  theme: Theme;
}

/** What leaves a trigger: its thin ribbons as lines of one path, the others each with its words. */
function drawRibbons(
  trigger: FlowNode,
  layout: FlowLayout,
  { labels, isFocus, theme }: RibbonLook,
): string[] {
  const marks = isFocus ? (['on'] as const) : [];
  const own = theme === 'light' && isFocus ? LIGHT[colourOf(trigger)] : null;
  const threads = layout.threads
    .filter((lines) => lines.trigger === trigger.id)
    .map(({ path, width }) =>
      element('path', {
        ...look(theme, 'thread', ...marks),
        ...(own ? { fill: 'none', stroke: own, 'stroke-opacity': 0.75 } : {}),
        d: path,
        'stroke-width': width.toFixed(2),
      }),
    );
  const ribbons = layout.ribbons
    .filter(({ ribbon }) => ribbon.trigger === trigger.id)
    .map((placed) => drawRibbon(placed, labels));
  return [
    ...threads,
    element('g', { ...look(theme, 'flow', ...marks), ...(own ? { fill: own } : {}) }, ...ribbons),
  ];
}

function drawRibbon({ ribbon, path }: PlacedRibbon, labels: ReadonlyMap<string, string>): string {
  const ends = [...new Set([ribbon.trigger, ribbon.source, ribbon.target])].map((id) => labels.get(id) ?? '');
  return element('path', { d: path }, title(`${ends.join(', ')}: ${formatCount(ribbon.count)}`));
}

/** The Tab key reaches the one that is its stop; arrow keys the others. */
function linked(
  drawn: string,
  links: FlowLinks | undefined,
  { id, isStop }: { id: string; isStop: boolean },
): string {
  if (!links) return element('g', {}, drawn);
  const { toggle, exclude } = links;
  return element(
    'a',
    { href: toggle, 'data-mark': '', 'data-exclude': exclude, 'data-key': id, tabindex: isStop ? 0 : -1 },
    drawn,
  );
}

function drawNode({ node, label, ...box }: PlacedNode, isFocus: boolean, theme: Theme): string {
  const own = node.column === 0 ? fill(theme, colourOf(node)) : look(theme, 'node');
  const paint = node.unknown ? hatched('mark') : own;
  return [
    title(nodeWords(node)),
    element('rect', { ...paint, x: box.x, y: box.y, width: box.width, height: Math.max(0.5, box.height) }),
    element(
      'text',
      {
        ...textLook(theme, 'halo', ...(label.anchor === 'end' ? (['end'] as const) : [])),
        x: label.x,
        y: label.y,
      },
      ...label.lines.map((line, index) =>
        element(
          'tspan',
          {
            ...look(theme, isFocus ? 't-strong' : 't-ink'),
            ...(index > 0 ? { x: label.x, dy: LABEL_LINE } : {}),
          },
          escapeText(line),
        ),
      ),
      ` ${formatCount(node.count)}`,
    ),
  ].join('');
}

function colourOf({ identity }: FlowNode): Token {
  return identity === null ? 'id-other' : (`id-${identity}` as Token);
}
