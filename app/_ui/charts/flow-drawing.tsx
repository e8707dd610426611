import type { CSSProperties } from 'react';
import type { FlowChart, FlowNode } from '@/lib/charts/flow-model.ts';
import { nodeWords } from '@/lib/charts/flow-words.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { hatched, hatchPatterns } from '@/lib/charts/hatch.ts';
import { LABEL_LINE } from '@/lib/charts/label-flow.ts';
import { flowHeight, layoutFlow, type PlacedNode, type PlacedRibbon } from '@/lib/charts/layout-flow.ts';
import style from './flow.module.css';
import { type MarkLinks, markProps } from './mark-links.ts';
import { toElements } from './svg-elements.ts';

export interface FlowDrawingProps {
  chart: FlowChart;
  /** Where the nodes lead, by their ids; folded ones lead nowhere. */
  links: Readonly<Record<string, FlowLinks>>;
  width: number;
}

/** Ribbons and nodes follow, nothing opens. */
export type FlowLinks = Omit<MarkLinks, 'open'>;

const TITLES = 18;

/** Ribbons from trigger through path to outcome. Pointing at a trigger, or walking to it, follows its ribbons. */
export function FlowDrawing({ chart, links, width }: FlowDrawingProps) {
  const height = flowHeight(chart);
  const layout = layoutFlow(chart, { width, height: height - TITLES });
  const labels = new Map(chart.nodes.map(({ id, label }) => [id, label]));
  const [triggers, others] = [true, false].map((isTrigger) =>
    layout.nodes.filter(({ node }) => (node.column === 0) === isTrigger),
  );
  const firstId = layout.nodes.find(({ node }) => links[node.id])?.node.id;
  const nodeOf = (placed: PlacedNode) => (
    <Node
      key={placed.node.id}
      placed={placed}
      links={links[placed.node.id]}
      isFocus={placed.node.id === chart.focus}
      isStop={placed.node.id === firstId}
    />
  );
  return (
    <svg
      className={`picture ${style.drawing}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title>Flow from trigger through escalation path to outcome</title>
      {toElements(hatchPatterns('css'))}
      {layout.titles.map(({ x, anchor, text }) => (
        <text key={text} x={x} y={11} textAnchor={anchor}>
          {text}
        </text>
      ))}
      <g transform={`translate(0 ${TITLES})`}>
        {triggers?.map((placed) => (
          <g
            key={placed.node.id}
            className={`${style.trigger} ${placed.node.id === chart.focus ? style.focused : ''}`}
            style={{ '--own': colourOf(placed.node) } as CSSProperties}
          >
            {layout.threads
              .filter(({ trigger }) => trigger === placed.node.id)
              .map(({ trigger, path, width: thin }) => (
                <path key={trigger} className={style.threads} d={path} strokeWidth={thin.toFixed(2)} />
              ))}
            {layout.ribbons
              .filter(({ ribbon }) => ribbon.trigger === placed.node.id)
              .map((ribbon) => (
                <Ribbon key={ribbon.path} placed={ribbon} labels={labels} />
              ))}
            {nodeOf(placed)}
          </g>
        ))}
        {others?.map(nodeOf)}
      </g>
    </svg>
  );
}

function Ribbon({ placed, labels }: { placed: PlacedRibbon; labels: ReadonlyMap<string, string> }) {
  const { source, target, trigger, count } = placed.ribbon;
  const ends = [...new Set([trigger, source, target])].map((id) => labels.get(id) ?? '');
  return (
    <path d={placed.path}>
      <title>{`${ends.join(', ')}: ${formatCount(count)}`}</title>
    </path>
  );
}

interface NodeProps {
  placed: PlacedNode;
  links: FlowLinks | undefined;
  isFocus: boolean;
  /** The Tab key reaches this node; arrow keys the others. */
  isStop: boolean;
}

function Node({ placed, links, isFocus, isStop }: NodeProps) {
  const { node, x, y, width, height, label } = placed;
  const count = formatCount(node.count);
  const fill = node.unknown ? hatched('mark').fill : node.column === 0 ? colourOf(node) : 'var(--ink-2)';
  const drawn = (
    <>
      <title>{nodeWords(node)}</title>
      <rect x={x} y={y} width={width} height={Math.max(0.5, height)} fill={fill} />
      <text className="halo" x={label.x} y={label.y} textAnchor={label.anchor}>
        {label.lines.map((line, index) => (
          <tspan
            key={line}
            className={isFocus ? 't-strong' : 't-ink'}
            {...(index > 0 ? { x: label.x, dy: LABEL_LINE } : {})}
          >
            {line}
          </tspan>
        ))}{' '}
        {count}
      </text>
    </>
  );
  if (!links) return <g>{drawn}</g>;
  return (
    <a {...markProps(links)} tabIndex={isStop ? 0 : -1}>
      {drawn}
    </a>
  );
}

function colourOf({ identity }: FlowNode): string {
  return identity === null ? 'var(--id-other)' : `var(--id-${identity})`;
}
