import type { SignalState } from '@/lib/charts/chart-model.ts';
import { signalShape } from '@/lib/charts/shapes.ts';

interface PointShapeProps {
  x: number | undefined;
  y: number | undefined | null;
  state: SignalState | 'partial';
  /** Of a dot; 0 where points stand too close for dots. */
  radius: number;
  /** Whether a signal carries its shape here. */
  shaped?: boolean;
  /** Half the height of that shape. */
  size?: number;
}

/** A point as the still picture draws it: a dot, or the shape of its signal. */
export function PointShape({ x, y, state, radius, shaped = true, size = 5.5 }: PointShapeProps) {
  if (typeof x !== 'number' || typeof y !== 'number') return <g />;
  if (state === 'partial') return <circle className="pt-open" cx={x} cy={y} r={radius} />;
  if (state === 'common') return radius > 0 ? <circle className="pt" cx={x} cy={y} r={radius} /> : <g />;
  return shaped ? <path className={`pt-${state}`} d={signalShape(state, x, y, size)} /> : <g />;
}
