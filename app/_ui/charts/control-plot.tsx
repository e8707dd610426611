'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { ControlChart } from '@/lib/charts/chart-model.ts';
import style from './control.module.css';
import type { PointTip } from './point-tip.ts';
import { useWidth } from './use-width.ts';
import { walkPoints } from './walk-points.ts';

const loadLive = () => import('./control-live.tsx');
const ControlLive = lazy(loadLive);
const ControlRelaid = lazy(() => import('./control-relaid.tsx'));

interface Still {
  width: number;
  picture: ReactNode;
}

interface ControlPlotProps {
  chart: ControlChart;
  label: string;
  tips: readonly PointTip[];
  wide: Still;
  narrow: Still;
}

/**
 * One stop of the Tab key: arrow keys walk from point to point, Enter opens the incidents of one. What moves is
 * fetched when a hand or the focus comes near; a width that was not foreseen is drawn again.
 */
export function ControlPlot({ chart, label, tips, wide, narrow }: ControlPlotProps) {
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [near, setNear] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const open = (index: number) => {
    const href = tips[index]?.href;
    if (href) router.push(href);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active !== null) return open(active);
    const next = walkPoints(active, event.key, tips.length);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
  };
  const at = tips[active ?? tips.length - 1];
  const stills = (
    <>
      <div className={style.wide}>{wide.picture}</div>
      <div className={style.narrow}>{narrow.picture}</div>
    </>
  );
  const foreseen = width === null || width === wide.width || width === narrow.width;

  return (
    <div
      ref={place}
      className={style.control}
      role="slider"
      tabIndex={0}
      aria-label={`${label}. Arrow keys go from point to point, Enter opens the incidents.`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, tips.length - 1)}
      aria-valuenow={active ?? Math.max(0, tips.length - 1)}
      aria-valuetext={at ? describe(at) : undefined}
      onKeyDown={walk}
      onFocus={() => setNear(true)}
      onBlur={() => setActive(null)}
      onPointerEnter={() => setNear(true)}
    >
      <div className={style.still}>
        {foreseen ? (
          stills
        ) : (
          <Suspense fallback={stills}>
            <ControlRelaid chart={chart} width={width} label={label} />
          </Suspense>
        )}
      </div>
      {near && width !== null ? (
        <Suspense>
          <ControlLive
            chart={chart}
            width={width}
            tips={tips}
            active={active}
            onActive={setActive}
            onOpen={open}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function describe({ title, facts, verdict, opens }: PointTip): string {
  const words = facts.map(({ name, value }) => `${name} ${value}`);
  return [title, ...words, ...(verdict ? [verdict] : []), opens].join('; ');
}
