'use client';

import { FlowDrawing, type FlowDrawingProps } from './flow-drawing.tsx';

/** The same drawing, its code fetched only where the server's does not fit. */
export default function FlowRelaid(props: FlowDrawingProps) {
  return <FlowDrawing {...props} />;
}
