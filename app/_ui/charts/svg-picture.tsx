'use client';

import { memo } from 'react';
import { toElements } from './svg-elements.ts';

/**
 * A drawing of `lib/charts`. It goes to the browser as the text that it is, which is half as long as its elements and
 * is taken apart once.
 */
export const SvgPicture = memo(function SvgPicture({ svg }: { svg: string }) {
  return toElements(svg);
});
