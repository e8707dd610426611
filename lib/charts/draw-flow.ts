import type { FlowChart } from './flow-model.ts';
import { nodeWords } from './flow-words.ts';
import { formatCount } from './format.ts';
import { hatched, hatchPatterns } from './hatch.ts';
import { LABEL_LINE } from './label-flow.ts';
import { layoutFlow, type PlacedNode, type PlacedRibbon, type Threads } from './layout-flow.ts';
import type { Token } from './light-values.ts';
import { fill, look, stroke, type Theme, textLook } from './looks.ts';
import { element, escapeText, title } from './svg.ts';

const TITLES = 18;

/** A flow as the inside of an SVG of this size, the titles of its columns above. */
export function drawFlow(chart: FlowChart, size: { width: number; height: number }, theme: Theme): string {
  const layout = layoutFlow(chart, { width: size.width, height: size.height - TITLES });
  const labels = new Map(chart.nodes.map(({ id, label }) => [id, label]));
  const colour = identityOf(chart);
  const byFocus = [...layout.ribbons].sort((one, other) => Number(one.on) - Number(other.on));
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
      ...layout.threads.map((threads) => drawThreads(threads, colour, theme)),
      ...byFocus.map((ribbon) => drawRibbon(ribbon, labels, colour, theme)),
      ...layout.nodes.map((node) => drawNode(node, chart.focus, theme)),
    ),
  ].join('');
}

function identityOf({ nodes, focus }: FlowChart): Token {
  const identity = nodes.find(({ id }) => id === focus)?.identity;
  return identity ? (`id-${identity}` as Token) : 'id-other';
}

function drawRibbon(
  { ribbon, path, on }: PlacedRibbon,
  labels: ReadonlyMap<string, string>,
  colour: Token,
  theme: Theme,
): string {
  const ends =
    ribbon.source === ribbon.trigger
      ? [ribbon.source, ribbon.target]
      : [ribbon.trigger, ribbon.source, ribbon.target];
  const words = ends.map((id) => labels.get(id) ?? '').join(', ');
  const paint = on ? { ...look(theme, 'flow', 'on'), ...fill(theme, colour) } : look(theme, 'flow');
  return element('path', { ...paint, d: path }, title(`${words}: ${formatCount(ribbon.count)}`));
}

function drawThreads({ path, width, on }: Threads, colour: Token, theme: Theme): string {
  const paint = on ? stroke(theme, colour, 0.75) : look(theme, 'thread');
  return element('path', { ...paint, d: path, 'stroke-width': width.toFixed(2) });
}

function drawNode({ node, label, ...box }: PlacedNode, focus: string | null, theme: Theme): string {
  const count = formatCount(node.count);
  const own =
    node.column === 0
      ? fill(theme, node.identity ? (`id-${node.identity}` as Token) : 'id-other')
      : look(theme, 'node');
  const paint = node.unknown ? hatched('mark') : own;
  return element(
    'g',
    {},
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
            ...look(theme, node.id === focus ? 't-strong' : 't-ink'),
            ...(index > 0 ? { x: label.x, dy: LABEL_LINE } : {}),
          },
          escapeText(line),
        ),
      ),
      ` ${count}`,
    ),
  );
}
