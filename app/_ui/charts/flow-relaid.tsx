'use client';

import { type PackedFlow, unpackFlow } from '@/lib/charts/packed-flow.ts';
import { FlowDrawing, type FlowDrawingProps } from './flow-drawing.tsx';

/** The same drawing, its code fetched only where the server's does not fit. */
export default function FlowRelaid({
  chart,
  ...drawing
}: Omit<FlowDrawingProps, 'chart'> & { chart: PackedFlow }) {
  return <FlowDrawing chart={unpackFlow(chart)} {...drawing} />;
}
