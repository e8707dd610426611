import type { Theme } from '../looks.ts';
import { drawEffects, effectsSize } from './draw-effects.ts';
import { drawFunnel } from './draw-funnel.ts';
import { drawMatrix } from './draw-matrix.ts';
import type { EffectGrid } from './effect-model.ts';
import type { FunnelPlot } from './funnel-model.ts';
import { FUNNEL_HEIGHT } from './layout-funnel.ts';
import { layoutMatrix } from './layout-matrix.ts';
import type { SkillMatrix } from './matrix-model.ts';

/** The pictures of the pages of skills. */
export type SkillPicture = SkillMatrix | EffectGrid | FunnelPlot;

export function isSkillPicture(picture: { kind: string }): picture is SkillPicture {
  return picture.kind === 'matrix' || picture.kind === 'effects' || picture.kind === 'funnel';
}

/** Their size when so much width is offered: some need more. */
export function sizeOfSkills(picture: SkillPicture, offered: number): { width: number; height: number } {
  if (picture.kind === 'effects') return effectsSize(picture, offered);
  if (picture.kind === 'funnel') return { width: offered, height: FUNNEL_HEIGHT };
  const { width, height } = layoutMatrix(picture, offered);
  return { width, height };
}

/** The inside of an SVG of that size. */
export function drawSkills(picture: SkillPicture, width: number, theme: Theme): string {
  if (picture.kind === 'effects') return drawEffects(picture, width, theme);
  if (picture.kind === 'funnel') return drawFunnel(picture, width, theme);
  return drawMatrix(picture, width, theme);
}
