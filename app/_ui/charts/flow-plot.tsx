'use client';

import { lazy, type ReactNode, Suspense, useRef } from 'react';
import type { LinksOfFlow } from '@/lib/charts/draw-flow.ts';
import type { PackedFlow } from '@/lib/charts/packed-flow.ts';
import { useWidth } from './use-width.ts';

const FlowRelaid = lazy(() => import('./flow-relaid.tsx'));

interface FlowPlotProps {
  chart: PackedFlow;
  links: LinksOfFlow;
  /** The width that `children` are drawn for, and their height at any width. */
  foreseen: number;
  height: number;
  children: ReactNode;
}

/** The drawing of the server where it fits, else one for the width that there is. */
export function FlowPlot({ chart, links, foreseen, height, children }: FlowPlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  return (
    <div ref={place} style={{ height }}>
      {width === null || width === foreseen ? (
        children
      ) : (
        <Suspense fallback={children}>
          <FlowRelaid chart={chart} links={links} width={width} />
        </Suspense>
      )}
    </div>
  );
}
