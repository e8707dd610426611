'use client';

import { useRef } from 'react';
import { ComposedChart, Line, ReferenceDot, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { ControlChart } from '@/lib/charts/chart-model.ts';
import { sizeOf } from '@/lib/charts/draw.ts';
import { layoutControl } from '@/lib/charts/layout-control.ts';
import { isInRun, type Signal } from '@/lib/charts/signal-runs.ts';
import style from './control.module.css';
import { ControlTip } from './control-tip.tsx';
import { PointShape } from './point-shape.tsx';
import type { PointTip } from './point-tip.ts';

interface ControlLiveProps {
  chart: ControlChart;
  width: number;
  tips: readonly PointTip[];
  /** The point that is pointed at or walked to. */
  active: number | null;
  onActive: (index: number | null) => void;
  onOpen: (index: number) => void;
}

/** The marks in the places where the still picture has them; what does not move stays the still picture's. */
export default function ControlLive({ chart, width, tips, active, onActive, onOpen }: ControlLiveProps) {
  const layout = layoutControl(chart, sizeOf(chart, width));
  const { height, plot } = layout;
  const touchedFrom = useRef<number | null | undefined>(undefined);
  const rows = chart.points.map(({ value, partial }, index) => ({
    place: index + 0.5,
    joined: partial ? null : value,
    alone: partial ? value : null,
    ...Object.fromEntries(
      layout.runs.map(({ state }) => [state, isInRun(chart.points, index, state) ? value : null]),
    ),
  }));
  const press = (index: number | null) => {
    // A finger has no hover: the first touch shows a point, the second opens it.
    const isFirstTouch = touchedFrom.current !== undefined && touchedFrom.current !== index;
    if (index !== null && !isFirstTouch) onOpen(index);
  };
  const shown = active === null ? null : { index: active, value: chart.points[active]?.value ?? null };
  return (
    <div
      className={style.live}
      onPointerDown={({ pointerType }) => {
        touchedFrom.current = pointerType === 'touch' ? active : undefined;
      }}
    >
      <ComposedChart
        className="picture"
        width={width}
        height={height}
        data={rows}
        accessibilityLayer={false}
        margin={{ top: plot.top, bottom: height - plot.bottom, left: plot.left, right: width - plot.right }}
        onMouseMove={({ activeTooltipIndex }) => onActive(toIndex(activeTooltipIndex))}
        onMouseLeave={() => onActive(null)}
        onClick={({ activeTooltipIndex }) => press(toIndex(activeTooltipIndex))}
      >
        <XAxis dataKey="place" type="number" domain={[0, chart.points.length]} hide />
        <YAxis type="number" domain={[...chart.domain]} allowDataOverflow hide />
        {shown ? <ReferenceLine x={shown.index + 0.5} stroke="var(--ink-2)" /> : null}
        {layout.series === null ? null : (
          <Line {...STILL} dataKey="joined" className="series" stroke="var(--common)" strokeWidth={1.25} />
        )}
        {layout.runs.map(({ state }) => (
          <Line {...STILL} key={state} dataKey={state} stroke={RUN_COLOURS[state]} strokeWidth={1.5} />
        ))}
        {layout.series === null ? null : (
          <Line
            {...STILL}
            dataKey="joined"
            stroke="none"
            dot={({ cx, cy, index }) => (
              <PointShape
                key={index}
                x={cx}
                y={cy}
                state={chart.points[index]?.state ?? 'common'}
                shaped={layout.shaped[index] ?? false}
                radius={layout.dotRadius}
                size={layout.shapeSize}
              />
            )}
          />
        )}
        {layout.series === null ? null : (
          <Line
            {...STILL}
            dataKey="alone"
            stroke="none"
            dot={({ cx, cy, index }) => <PointShape key={index} x={cx} y={cy} state="partial" radius={3} />}
          />
        )}
        {shown && shown.value !== null ? (
          <ReferenceDot
            x={shown.index + 0.5}
            y={shown.value}
            r={10}
            fill="none"
            stroke="var(--accent)"
            strokeWidth={2}
          />
        ) : null}
      </ComposedChart>
      {shown ? <ControlTip tip={tips[shown.index]} at={layout.points[shown.index]} layout={layout} /> : null}
    </div>
  );
}

const STILL = { type: 'linear', dot: false, activeDot: false, isAnimationActive: false } as const;
const RUN_COLOURS: Record<Signal, string> = {
  change: 'var(--ink)',
  improvement: 'var(--improve)',
  concern: 'var(--concern)',
};

function toIndex(index: number | string | null | undefined): number | null {
  return index === null || index === undefined ? null : Number(index);
}
