'use client';

import type { ControlChart } from '@/lib/charts/chart-model.ts';
import { draw } from '@/lib/charts/draw.ts';
import { toElements } from './svg-elements.ts';

interface ControlRelaidProps {
  chart: ControlChart;
  width: number;
  label: string;
}

/** The still picture for a width that the server did not foresee; its text keeps its size. */
export default function ControlRelaid({ chart, width, label }: ControlRelaidProps) {
  return toElements(draw(chart, { width, theme: 'css', label }));
}
