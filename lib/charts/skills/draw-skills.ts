import type { Theme } from '../looks.ts';
import { drawMatrix } from './draw-matrix.ts';
import { layoutMatrix } from './layout-matrix.ts';
import type { SkillMatrix } from './matrix-model.ts';

/** The pictures of the pages of skills. */
export type SkillPicture = SkillMatrix;

/** Their size when so much width is offered: some need more. */
export function sizeOfSkills(picture: SkillPicture, offered: number): { width: number; height: number } {
  const { width, height } = layoutMatrix(picture, offered);
  return { width, height };
}

/** The inside of an SVG of that size. */
export function drawSkills(picture: SkillPicture, width: number, theme: Theme): string {
  return drawMatrix(picture, width, theme);
}
