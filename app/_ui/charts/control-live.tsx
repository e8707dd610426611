'use client';

import { ComposedChart, Line, ReferenceDot, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { ControlChart } from '@/lib/charts/chart-model.ts';
import type { ControlLayout } from '@/lib/charts/layout-control.ts';
import { PointShape } from './point-shape.tsx';

interface ControlLiveProps {
  chart: ControlChart;
  layout: ControlLayout;
  /** The point that is pointed at or walked to. */
  active: number | null;
  onActive: (index: number | null) => void;
  onOpen: (index: number) => void;
}

/** The same marks in the same places as the still picture, which stays under it for all that does not move. */
export default function ControlLive({ chart, layout, active, onActive, onOpen }: ControlLiveProps) {
  const { width, height, plot } = layout;
  const rows = chart.points.map(({ value, partial }, index) => ({
    place: index + 0.5,
    joined: partial ? null : value,
    alone: partial ? value : null,
  }));
  const shown = active === null ? undefined : chart.points[active];
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      accessibilityLayer={false}
      margin={{ top: plot.top, bottom: height - plot.bottom, left: plot.left, right: width - plot.right }}
      onMouseMove={({ activeTooltipIndex }) => onActive(toIndex(activeTooltipIndex))}
      onMouseLeave={() => onActive(null)}
      onClick={({ activeTooltipIndex }) => {
        const index = toIndex(activeTooltipIndex);
        if (index !== null) onOpen(index);
      }}
    >
      <XAxis dataKey="place" type="number" domain={[0, chart.points.length]} hide />
      <YAxis type="number" domain={[...chart.domain]} allowDataOverflow hide />
      {active === null ? null : <ReferenceLine x={active + 0.5} className="cross" />}
      <Line
        dataKey="joined"
        type="linear"
        stroke="var(--common)"
        strokeWidth={1.25}
        isAnimationActive={false}
        activeDot={false}
        dot={({ cx, cy, index }) => (
          <PointShape key={index} x={cx} y={cy} state={chart.points[index]?.state ?? 'common'} />
        )}
      />
      <Line
        dataKey="alone"
        stroke="none"
        isAnimationActive={false}
        activeDot={false}
        dot={({ cx, cy, index }) => <PointShape key={index} x={cx} y={cy} state="partial" />}
      />
      {shown?.value == null || active === null ? null : (
        <ReferenceDot x={active + 0.5} y={shown.value} r={10} className="ring" shape={<Ring />} />
      )}
    </ComposedChart>
  );
}

function Ring({ cx, cy }: { cx?: number; cy?: number }) {
  return <circle className="ring" cx={cx} cy={cy} r={10} />;
}

function toIndex(index: number | string | null | undefined): number | null {
  return index === null || index === undefined ? null : Number(index);
}
