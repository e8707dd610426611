import type { Spark } from '@/lib/charts/chart-model.ts';
import { drawSparkline } from '@/lib/charts/draw.ts';
import { SvgPicture } from './svg-picture.tsx';

interface SparklineProps {
  chart: Spark | null;
  name: string;
  width?: number;
  height?: number;
}

/** The course of a measure, without words; nothing where there is none to show. */
export function Sparkline({ chart, name, width = 184, height = 36 }: SparklineProps) {
  if (!chart) return null;
  const label = `${name} by ${chart.bucket}`;
  return <SvgPicture svg={drawSparkline(chart, { width, height, theme: 'css', label })} />;
}
