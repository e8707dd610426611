'use client';

import type { Picture } from '@/lib/charts/chart-model.ts';
import { draw } from '@/lib/charts/draw.ts';
import { toElements } from './svg-elements.ts';

/** The same drawing for a width that the server did not foresee. */
export default function DrawnRelaid({
  picture,
  width,
  label,
}: {
  picture: Picture;
  width: number;
  label: string;
}) {
  return toElements(draw(picture, { width, theme: 'css', label }));
}
