import type { SignalState } from '@/lib/charts/chart-model.ts';

interface PointShapeProps {
  x: number | undefined;
  y: number | undefined | null;
  state: SignalState | 'partial';
}

/** A point as the still picture draws it: a dot, or the shape of its signal. */
export function PointShape({ x, y, state }: PointShapeProps) {
  if (typeof x !== 'number' || typeof y !== 'number') return <g />;
  if (state === 'common') return <circle className="pt" cx={x} cy={y} r={2.75} />;
  if (state === 'partial') return <circle className="pt-open" cx={x} cy={y} r={3} />;
  const shape =
    state === 'concern' ? `M${x} ${y - 5.5}l5.8 10.2h-11.6z` : `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`;
  return <path className={`pt-${state}`} d={shape} />;
}
