import type { ControlChart } from '@/lib/charts/chart-model.ts';
import { draw } from '@/lib/charts/draw.ts';
import { ControlPlot } from './control-plot.tsx';
import type { LinksOf } from './mark-links.ts';
import { pointTips } from './point-tip.ts';
import { SvgPicture } from './svg-picture.tsx';

interface ControlPictureProps {
  chart: ControlChart;
  label: string;
  linksOf: LinksOf;
}

const WIDE = 704;
const NARROW = 358;

/** A control chart, drawn on the server for a wide and a narrow place and made walkable in the browser. */
export function ControlPicture({ chart, label, linksOf }: ControlPictureProps) {
  const drawn = (width: number) => <SvgPicture svg={draw(chart, { width, theme: 'css', label })} />;
  return (
    <ControlPlot
      chart={chart}
      label={label}
      tips={pointTips(chart, ({ open }) => linksOf(open).open)}
      wide={{ width: WIDE, picture: drawn(WIDE) }}
      narrow={{ width: NARROW, picture: drawn(NARROW) }}
    />
  );
}
