'use client';

import { drawLinkedFlow, type LinksOfFlow } from '@/lib/charts/draw-flow.ts';
import { type PackedFlow, unpackFlow } from '@/lib/charts/packed-flow.ts';
import { toElements } from './svg-elements.ts';

interface FlowRelaidProps {
  chart: PackedFlow;
  links: LinksOfFlow;
  width: number;
}

/** The same drawing, its code fetched only where the server's does not fit. */
export default function FlowRelaid({ chart, links, width }: FlowRelaidProps) {
  return toElements(drawLinkedFlow(unpackFlow(chart), links, width));
}
