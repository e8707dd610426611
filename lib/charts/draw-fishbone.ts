import type { FishboneChart } from './fishbone-model.ts';
import { formatCount, formatCounted } from './format.ts';
import { look, type Theme, textLook } from './looks.ts';
import { element, escapeText, title } from './svg.ts';
import { fitText, textWidth, wrapText } from './text-fit.ts';

/** So many twigs have room on a bone; the rest are counted on the last of them. */
const TWIGS = 5;
const BONE = 128;
const SLANT = 62;
const ABOVE = 30;
const HEAD = 112;
const LINE = 16;

/** The height of a fishbone: two rows of bones, or one where there is only one bone. */
export function fishboneHeight({ bones }: FishboneChart): number {
  return bones.length > 1 ? 2 * (ABOVE + BONE) : ABOVE + BONE + 40;
}

/** A fishbone as the inside of an SVG of this width. The heavier half of the bones stands above the spine. */
export function drawFishbone(chart: FishboneChart, width: number, theme: Theme): string {
  const spine = ABOVE + BONE;
  const end = width - HEAD - 6;
  const above = Math.ceil(chart.bones.length / 2);
  const room = (end - 10) / Math.max(2, above);
  return [
    element('path', {
      ...look(theme, 'bracket'),
      d: `M8 ${spine}H${end}M${end} ${spine - 36}V${spine + 36}`,
    }),
    ...drawHead(chart, { x: end + 10, y: spine }, theme),
    ...chart.bones.map((bone, index) => {
      const isAbove = index < above;
      const foot = end - 10 - room * (isAbove ? index : index - above);
      return drawBone(bone, { foot, spine, side: isAbove ? -1 : 1, room }, theme);
    }),
  ].join('');
}

function drawHead({ head, note }: FishboneChart, at: { x: number; y: number }, theme: Theme): string[] {
  const lines = wrapText(head, HEAD - 8, 12, 4);
  const top = at.y - ((lines.length + 1) * LINE) / 2 + 12;
  const words = (text: string, index: number, strong: boolean) =>
    element(
      'text',
      { ...textLook(theme, ...(strong ? (['t-strong'] as const) : [])), x: at.x, y: top + index * LINE },
      escapeText(text),
    );
  return [...lines.map((line, index) => words(line, index, true)), words(note, lines.length, false)];
}

type Bone = FishboneChart['bones'][number];

interface Place {
  /** Where it meets the spine. */
  foot: number;
  spine: number;
  /** -1 above the spine, 1 below it. */
  side: -1 | 1;
  room: number;
}

function drawBone({ label, count, twigs }: Bone, place: Place, theme: Theme): string {
  const { foot, spine, side, room } = place;
  const tip = { x: foot - SLANT, y: spine + side * BONE };
  const shown = twigs.length > TWIGS ? twigs.slice(0, TWIGS - 1) : twigs;
  const more = twigs.length - shown.length;
  const rows = [
    ...shown.map(twigWords),
    ...(more > 0 ? [{ label: formatCounted(more, 'more', 'more'), count: '' }] : []),
  ];
  const step = BONE / (rows.length + 1);
  return [
    element('path', { ...look(theme, 'bracket'), d: `M${tip.x} ${tip.y}L${foot} ${spine}` }),
    element(
      'text',
      { ...textLook(theme, 'end'), x: tip.x + 4, y: side < 0 ? tip.y - 8 : tip.y + 18 },
      element('tspan', look(theme, 't-strong'), escapeText(label)),
      count === null ? '' : ` ${formatCount(count)}`,
    ),
    ...rows.map((row, index) => {
      // The largest stands at the outer end of the bone.
      const away = BONE - step * (index + 1);
      const x = foot - (SLANT * away) / BONE;
      return drawTwig(row, { x, y: spine + side * away, room: Math.min(room - 16, x - 10) }, theme);
    }),
  ].join('');
}

function drawTwig(
  { label, count }: { label: string; count: string },
  { x, y, room }: { x: number; y: number; room: number },
  theme: Theme,
): string {
  const name = fitText(label, room - 8 - textWidth(count));
  return [
    element('path', { ...look(theme, 'tick'), d: `M${x - 6} ${y}H${x}` }),
    element(
      'text',
      { ...textLook(theme, 'end', 'halo'), x: x - 9, y: y + 4 },
      title(`${label}${count || ', by hand'}`),
      element('tspan', look(theme, 't-ink'), escapeText(name)),
      escapeText(count),
    ),
  ].join('');
}

function twigWords({ label, count }: Pick<Bone['twigs'][number], 'label' | 'count'>): {
  label: string;
  count: string;
} {
  return { label, count: count === null ? '' : ` ${formatCount(count)}` };
}
