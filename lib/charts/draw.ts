import type { Picture, Spark } from './chart-model.ts';
import { drawControl } from './draw-control.ts';
import { drawFishbone, fishboneHeight } from './draw-fishbone.ts';
import { drawFlow } from './draw-flow.ts';
import { drawHeat } from './draw-heat.ts';
import { drawPareto, paretoHeight } from './draw-pareto.ts';
import { drawScan, scanHeight } from './draw-scan.ts';
import { drawSignals, signalsHeight } from './draw-signals.ts';
import { drawSpark } from './draw-spark.ts';
import { drawSurvival, survivalHeight } from './draw-survival.ts';
import { drawTeamBars, teamBarsHeight } from './draw-team-bars.ts';
import { drawWaterfall, waterfallHeight } from './draw-waterfall.ts';
import { drawWhiskers, whiskersHeight } from './draw-whiskers.ts';
import { controlHeight } from './layout-control.ts';
import { flowHeight } from './layout-flow.ts';
import { layoutHeat } from './layout-heat.ts';
import { FONT, LIGHT } from './light-values.ts';
import type { Theme } from './looks.ts';
import { drawSkills, isSkillPicture, sizeOfSkills } from './skills/draw-skills.ts';
import { element, escapeText } from './svg.ts';
import { wrapText } from './text-fit.ts';

export interface DrawOptions {
  width: number;
  /** Control charts and flows; the others are as high as their rows. */
  height?: number;
  theme: Theme;
  /** What the picture is, for those who do not see it. */
  label: string;
}

/** Words of a file that has to explain itself wherever it ends up. */
export interface Captions {
  headline: string;
  subtitle: string;
  /** The filters as a sentence. */
  filters: string;
  /** "Lookback. Data to 12 Nov 2026, counted at 14:05 on 13 Nov 2026. Times in Europe/London." */
  made: string;
}

const MARGIN = 24;

/** The size of a picture when so much width is offered: some need more, and all but two have a height of their own. */
export function sizeOf(picture: Picture, width: number, height?: number): { width: number; height: number } {
  if (picture.kind === 'pareto') return { width, height: paretoHeight(picture) };
  if (picture.kind === 'waterfall') return { width, height: waterfallHeight(picture) };
  if (picture.kind === 'signals') return { width, height: signalsHeight(picture) };
  if (picture.kind === 'survival') return { width, height: survivalHeight(picture, width) };
  if (picture.kind === 'whiskers') return { width, height: whiskersHeight(picture) };
  if (picture.kind === 'fishbone') return { width, height: fishboneHeight(picture) };
  if (picture.kind === 'scan') return { width, height: scanHeight(picture) };
  if (picture.kind === 'team-bars') return { width, height: teamBarsHeight(picture, width) };
  if (picture.kind === 'heat') return sizeOnly(layoutHeat(picture, width));
  if (isSkillPicture(picture)) return sizeOfSkills(picture, width);
  if (picture.kind === 'flow') return { width, height: height ?? flowHeight(picture) };
  return { width, height: height ?? controlHeight(picture, width) };
}

function sizeOnly({ width, height }: { width: number; height: number }) {
  return { width, height };
}

/** A picture as one SVG element, for the page (`css`) or by itself (`light`). */
export function draw(picture: Picture, { width, height, theme, label }: DrawOptions): string {
  const size = sizeOf(picture, width, height);
  return root(size, theme, label, inside(picture, size, theme));
}

/** A sparkline as one SVG element: 184 by 36 on a card. */
export function drawSparkline(chart: Spark, { width, height = 36, theme, label }: DrawOptions): string {
  return root({ width, height }, theme, label, drawSpark(chart, { width, height }, theme), 'spark');
}

/** A picture as a file of its own: headline and subtitle above it, filters and date below, light values. */
export function drawFile(
  picture: Picture,
  { width, height, ...captions }: Captions & { width: number; height?: number },
): string {
  const size = sizeOf(picture, width - 2 * MARGIN, height);
  const block = (text: string, font: number, line: number, attributes = {}) => ({
    lines: wrapText(text, size.width, font),
    font,
    line,
    attributes,
  });
  const above = [
    block(captions.headline, 16, 22, { 'font-weight': 600, fill: LIGHT.ink }),
    block(captions.subtitle, 12, 16),
  ];
  const below = [block(captions.filters, 12, 16), block(captions.made, 12, 16)];
  const head = stack(above, MARGIN);
  const foot = stack(below, head.end + 12 + size.height + 16);
  const full = { width: size.width + 2 * MARGIN, height: foot.end + MARGIN };
  return root(
    full,
    'light',
    captions.headline,
    element('rect', { width: full.width, height: full.height, fill: LIGHT.paper }) +
      head.text +
      element('g', { transform: `translate(${MARGIN} ${head.end + 12})` }, inside(picture, size, 'light')) +
      foot.text,
  );
}

interface Block {
  lines: readonly string[];
  font: number;
  line: number;
  attributes: Record<string, string | number>;
}

function stack(blocks: readonly Block[], from: number): { text: string; end: number } {
  let y = from;
  const drawn = blocks.flatMap(({ lines, font, line, attributes }) =>
    lines.map((words) => {
      y += line;
      const look = { fill: LIGHT['ink-2'], 'font-size': font, ...attributes };
      return element('text', { ...look, x: MARGIN, y: y - line / 4 }, escapeText(words));
    }),
  );
  return { text: drawn.join(''), end: y };
}

function inside(picture: Picture, size: { width: number; height: number }, theme: Theme): string {
  if (picture.kind === 'pareto') return drawPareto(picture, size.width, theme);
  if (picture.kind === 'signals') return drawSignals(picture, size.width, theme);
  if (picture.kind === 'waterfall') return drawWaterfall(picture, size.width, theme);
  if (picture.kind === 'survival') return drawSurvival(picture, size.width, theme);
  if (picture.kind === 'whiskers') return drawWhiskers(picture, size.width, theme);
  if (picture.kind === 'fishbone') return drawFishbone(picture, size.width, theme);
  if (picture.kind === 'scan') return drawScan(picture, size.width, theme);
  if (picture.kind === 'team-bars') return drawTeamBars(picture, size.width, theme);
  if (picture.kind === 'heat') return drawHeat(picture, size.width, theme);
  if (isSkillPicture(picture)) return drawSkills(picture, size.width, theme);
  if (picture.kind === 'flow') return drawFlow(picture, size, theme);
  return drawControl(picture, size, theme);
}

function root(
  { width, height }: { width: number; height: number },
  theme: Theme,
  label: string,
  content: string,
  name = 'picture',
): string {
  const own =
    theme === 'light'
      ? { xmlns: 'http://www.w3.org/2000/svg', 'font-family': FONT }
      : { class: name === 'picture' ? name : `picture ${name}` };
  const box = { width, height, viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}` };
  return element('svg', { ...own, ...box, role: 'img', 'aria-label': label }, content);
}
