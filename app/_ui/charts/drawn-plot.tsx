'use client';

import { lazy, type ReactNode, Suspense, useRef } from 'react';
import type { Picture } from '@/lib/charts/chart-model.ts';
import style from './drawn.module.css';
import { useWidth } from './use-width.ts';

const DrawnRelaid = lazy(() => import('./drawn-relaid.tsx'));

interface Still {
  width: number;
  picture: ReactNode;
}

interface DrawnPlotProps {
  picture: Picture;
  label: string;
  wide: Still;
  narrow: Still;
}

/** The drawing of the server where it fits, else one for the width that there is; its text keeps its size. */
export function DrawnPlot({ picture, label, wide, narrow }: DrawnPlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const stills = (
    <>
      <div className={style.wide}>{wide.picture}</div>
      <div className={style.narrow}>{narrow.picture}</div>
    </>
  );
  const foreseen = width === null || width === wide.width || width === narrow.width;
  return (
    <div ref={place} className={style.drawn}>
      {foreseen ? (
        stills
      ) : (
        <Suspense fallback={stills}>
          <DrawnRelaid picture={picture} width={width} label={label} />
        </Suspense>
      )}
    </div>
  );
}
