import type { ControlChart } from '@/lib/charts/chart-model.ts';
import { drawSparkline } from '@/lib/charts/draw.ts';
import { toElements } from './svg-elements.ts';

/** The course of a measure, without words; nothing where there is none to show. */
export function Sparkline({ chart, name }: { chart: ControlChart | null; name: string }) {
  if (!chart) return null;
  return toElements(drawSparkline(chart, { width: 184, theme: 'css', label: `${name} by ${chart.bucket}` }));
}
