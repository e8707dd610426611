import { scaleLinear } from 'd3-scale';
import { formatCount, formatPercent } from './format.ts';
import { look, type Mark, type Theme, textLook } from './looks.ts';
import { spread } from './spread.ts';
import type { SurvivalChart, SurvivalCurve } from './survival-model.ts';
import { element, escapeText, pointList } from './svg.ts';
import { textWidth } from './text-fit.ts';

const NARROW = 560;
const TOP = 20;
const LEFT = 34;
const LINE = 17;
const FOLLOWED = 40;

/** The height of the plot with the numbers still followed below it. */
export function survivalHeight({ curves }: SurvivalChart, width: number): number {
  return layout({ curves }, width).bottom + FOLLOWED + curves.length * (width < NARROW ? 2 * LINE : LINE);
}

interface Layout {
  isNarrow: boolean;
  right: number;
  bottom: number;
}

function layout({ curves }: Pick<SurvivalChart, 'curves'>, width: number): Layout {
  const isNarrow = width < NARROW;
  const names = curves.map(({ label, end, followedLabel }) =>
    isNarrow ? textWidth(end) : Math.max(textWidth(`${label} ${end}`), textWidth(followedLabel) + 22),
  );
  return { isNarrow, right: width - Math.max(28, ...names) - 14, bottom: isNarrow ? 230 : 368 };
}

/** Step lines of who has come back by when, as the inside of an SVG of this width. */
export function drawSurvival(chart: SurvivalChart, width: number, theme: Theme): string {
  const at = layout(chart, width);
  const toX = scaleLinear([0, chart.ticks.at(-1)?.time ?? 1], [LEFT, at.right]);
  const toY = scaleLinear([0, chart.shares.at(-1) ?? 1], [at.bottom, TOP]);
  const place: Place = {
    ...at,
    x: (time) => toX(time),
    y: (share) => toY(Math.min(share, chart.shares.at(-1) ?? 1)),
  };
  return [
    axes(chart, place, theme),
    ...chart.curves.map((curve) =>
      element('polygon', { ...look(theme, 'range'), points: pointList(band(curve, place)) }),
    ),
    ...chart.curves.map((curve) =>
      element('polyline', {
        ...look(theme, ...linesOf[curve.line]),
        points: pointList(stairs(curve, place, ({ share }) => share)),
      }),
    ),
    ends(chart.curves, place, theme),
    atMark(chart, place, theme),
    followed(chart, place, theme),
  ].join('');
}

const linesOf: Record<SurvivalCurve['line'], Mark[]> = {
  strong: ['steps', 'strong'],
  plain: ['steps'],
  dashed: ['steps', 'dashed'],
};

interface Place extends Layout {
  x(time: number): number;
  y(share: number): number;
}

type Pixel = readonly [x: number, y: number];

/** Level until the next step, then upright. */
function stairs(
  { points, until }: SurvivalCurve,
  { x, y }: Place,
  shareOf: (point: SurvivalCurve['points'][number]) => number,
): Pixel[] {
  const drawn: Pixel[] = [];
  let before = 0;
  for (const point of points) {
    drawn.push([x(point.time), y(before)], [x(point.time), y(shareOf(point))]);
    before = shareOf(point);
  }
  return [...drawn, [x(until), y(before)]];
}

function band(curve: SurvivalCurve, place: Place): Pixel[] {
  const upper = stairs(curve, place, ({ high }) => high);
  return [...upper, ...stairs(curve, place, ({ low }) => low).reverse()];
}

function axes({ shares, ticks, timeLabel, mark }: SurvivalChart, place: Place, theme: Theme): string {
  const { bottom, right, isNarrow, x, y } = place;
  const text = (at: Pixel, words: string, ...marks: Mark[]) =>
    element('text', { ...textLook(theme, ...marks), x: at[0], y: at[1] }, escapeText(words));
  const top = shares.at(-1);
  return [
    ...shares.flatMap((share) => [
      text(
        [LEFT - 8, y(share) + 4],
        formatPercent(share, Math.round(share * 1000) % 10 === 0 ? 0 : 1),
        'end',
      ),
      ...(share === top ? [text([LEFT - 6, y(share) + 4], '%')] : []),
    ]),
    element('path', {
      ...look(theme, 'event'),
      d: `M${Math.round(x(mark.time)) + 0.5} ${TOP - 10}V${bottom}`,
    }),
    element(
      'text',
      { ...textLook(theme), x: x(mark.time) + 5, y: TOP },
      element('tspan', look(theme, 't-ink'), escapeText(mark.name)),
      escapeText(` ${mark.words}`),
    ),
    element('path', { ...look(theme, 'axis'), d: `M${LEFT} ${bottom + 0.5}H${Math.round(right)}` }),
    ...ticks
      .filter(({ always }) => always || !isNarrow)
      .flatMap(({ time }) => [
        element('path', { ...look(theme, 'tick'), d: `M${Math.round(x(time)) + 0.5} ${bottom}v5` }),
        text([x(time), bottom + 17], String(time), 'mid'),
      ]),
    isNarrow ? text([LEFT, bottom + 33], timeLabel) : text([right + 20, bottom + 17], timeLabel),
  ].join('');
}

/** Names and values where the lines end, apart from each other; where there is little room the names stand below. */
function ends(curves: readonly SurvivalCurve[], place: Place, theme: Theme): string {
  const wanted = curves.map(({ points }) => place.y(points.at(-1)?.share ?? 0) + 4);
  const placed = spread(wanted, 15, TOP, place.bottom);
  return curves
    .map(({ label, end, until }, index) =>
      element(
        'text',
        {
          ...textLook(theme, 'halo'),
          x: place.isNarrow ? place.x(until) + 5 : place.right + 8,
          y: placed[index] ?? 0,
        },
        ...(place.isNarrow ? [] : [element('tspan', look(theme, 't-ink'), escapeText(label)), ' ']),
        escapeText(end),
      ),
    )
    .join('');
}

/** The value at the mark: above the line, to its left; below it to the right where that would meet the line above. */
function atMark({ curves, mark }: SurvivalChart, { x, y, isNarrow }: Place, theme: Theme): string {
  const shares = curves
    .flatMap((curve) => (curve.atMark ? [curve.atMark] : []))
    .sort((one, other) => other.share - one.share);
  let above = Number.NEGATIVE_INFINITY;
  return shares
    .map(({ share, words }) => {
      const [cx, cy] = [x(mark.time), y(share)];
      const isClose = cy - 22 < above;
      above = isClose ? cy + 16 : cy;
      const label = isClose
        ? { ...textLook(theme, 'halo', 't-ink'), x: cx + 6, y: cy + 15 }
        : { ...textLook(theme, 'halo', 't-ink', 'end'), x: cx - 6, y: cy - 7 };
      const dot = element('circle', { ...look(theme, 'pt'), cx, cy, r: 3 });
      return isNarrow ? dot : dot + element('text', label, escapeText(words));
    })
    .join('');
}

/** How many were still followed, under each tick. */
function followed(
  { curves, ticks }: SurvivalChart,
  { x, bottom, right, isNarrow }: Place,
  theme: Theme,
): string {
  return curves
    .map((curve, index) => {
      const y = bottom + FOLLOWED + index * (isNarrow ? 2 * LINE : LINE);
      const figures = y + (isNarrow ? LINE + 12 : 0);
      const words = isNarrow ? `${curve.label}, still followed` : curve.followedLabel;
      const from = isNarrow ? LEFT : right + 20;
      return [
        ...(isNarrow
          ? [element('path', { ...look(theme, ...linesOf[curve.line]), d: `M${LEFT - 26} ${y + 10}h20` })]
          : []),
        element('text', { ...textLook(theme), x: from, y: isNarrow ? y + 14 : y }, escapeText(words)),
        ...ticks.flatMap(({ time, always }, place) => {
          const count = curve.followed[place];
          if ((isNarrow && !always) || count === null || count === undefined) return [];
          return [element('text', { ...textLook(theme, 'mid'), x: x(time), y: figures }, formatCount(count))];
        }),
      ].join('');
    })
    .join('');
}
