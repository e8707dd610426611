import type { Picture } from '@/lib/charts/chart-model.ts';
import { draw } from '@/lib/charts/draw.ts';
import { DrawnPlot } from './drawn-plot.tsx';
import { SvgPicture } from './svg-picture.tsx';

const WIDE = 704;
const NARROW = 358;

/** A picture without moving parts, drawn on the server for a wide and a narrow place. */
export function DrawnPicture({ picture, label }: { picture: Picture; label: string }) {
  const drawn = (width: number) => ({
    width,
    picture: <SvgPicture svg={draw(picture, { width, theme: 'css', label })} />,
  });
  return <DrawnPlot picture={picture} label={label} wide={drawn(WIDE)} narrow={drawn(NARROW)} />;
}
