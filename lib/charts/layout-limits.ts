import type { ControlChart, ControlSegment } from './chart-model.ts';
import { limitText } from './control-ticks.ts';
import { spread } from './spread.ts';
import { rounded } from './svg.ts';

/** One stretch of limits as paths: the usual range, its edges stepped bucket by bucket, its centre. */
export interface SegmentLines {
  band: string;
  lower: string;
  upper: string;
  centre: string;
  trial: boolean;
}

/** A limit's value in words, at its right end. */
export interface EndLabel {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'end';
  strong: boolean;
  /** The short rule from the limit to its label. */
  leader: string | null;
}

/** A level line. */
export interface Rule {
  left: number;
  right: number;
  y: number;
}

type Scale = (value: number) => number;

/** The paths of a segment; a point without limits breaks them. */
export function segmentLines(segment: ControlSegment, toX: Scale, toY: Scale): SegmentLines {
  const { firstIndex, lastIndex, centre, lower, upper, trial } = segment;
  const stretches = unbroken(lower);
  const steps = (limits: readonly (number | null)[], [from, to]: readonly [number, number]) =>
    Array.from({ length: to - from + 1 }, (_, index): Step => {
      const at = from + index;
      return { left: toX(firstIndex + at), right: toX(firstIndex + at + 1), y: toY(limits[at] ?? centre) };
    });
  const edge = (limits: readonly (number | null)[]) =>
    stretches.map((stretch) => `M${stairs(steps(limits, stretch))}`).join('');
  return {
    band: stretches
      .map((stretch) => `M${stairs(steps(upper, stretch))}L${stairsBack(steps(lower, stretch))}Z`)
      .join(''),
    lower: edge(lower),
    upper: edge(upper),
    centre: `M${rounded(toX(firstIndex))} ${rounded(toY(centre))}H${rounded(toX(lastIndex + 1))}`,
    trial,
  };
}

const GAP = 14;
const LEADER = 16;

/** The values of the limits: the newest stretch in words in the margin, earlier ones as bare figures where they end. */
export function endLabels(
  chart: ControlChart,
  plot: { left: number; right: number; top: number; bottom: number },
  narrow: boolean,
  toX: Scale,
  toY: Scale,
): EndLabel[] {
  const last = chart.segments.length - 1;
  return chart.segments.flatMap((segment, index) => {
    // A trial limit that is cut at zero lies on the axis and says nothing.
    const ends = limitsAtEnd(segment).filter(
      ({ which, value }) => !(segment.trial && which === 'lower' && value === 0),
    );
    const outside = index === last && !narrow;
    const wanted = ends.map(({ value }) => toY(value) + (outside ? 4 : -5));
    const places = spread(wanted, GAP, plot.top + 4, plot.bottom + 4);
    return ends.map(({ which, value }, at): EndLabel => {
      const y = places[at] ?? 0;
      const isCentre = which === 'centre';
      const name = outside ? nameOf(segment, which) : '';
      return {
        x: outside ? plot.right + 4 : Math.min(plot.right, toX(segment.lastIndex + 1)) - (narrow ? 0 : 5),
        y,
        text: `${name}${limitText(chart, value, outside || (isCentre && narrow))}`,
        anchor: outside ? 'start' : 'end',
        strong: isCentre && !segment.trial && index === last,
        leader: outside && !isCentre ? leader(plot.right, toY(value), y - 4) : null,
      };
    });
  });
}

/** Limits and centres as level rules, at the height of their right end: what words on the plot keep clear of. */
export function limitRules({ segments }: ControlChart, toX: Scale, toY: Scale): Rule[] {
  return segments.flatMap((segment) =>
    limitsAtEnd(segment).map(({ value }) => ({
      left: toX(segment.firstIndex),
      right: toX(segment.lastIndex + 1),
      y: toY(value),
    })),
  );
}

type Which = 'upper' | 'centre' | 'lower';

/** "upper ", "centre ", "median "; of trial limits "trial " and nothing for their centre. */
function nameOf({ trial, centreName }: ControlSegment, which: Which): string {
  const name = trial ? (which === 'centre' ? '' : 'trial') : which === 'centre' ? centreName : which;
  return name === '' ? '' : `${name}\u00a0`;
}

/** From top to bottom; a run chart has a centre alone. */
function limitsAtEnd({ lower, upper, centre }: ControlSegment): { which: Which; value: number }[] {
  const last = (limits: readonly (number | null)[]) => limits.findLast((limit) => limit !== null);
  const ends = [
    { which: 'upper', value: last(upper) },
    { which: 'centre', value: centre },
    { which: 'lower', value: last(lower) },
  ] as const;
  return ends.flatMap(({ which, value }) =>
    value === undefined || value === null ? [] : [{ which, value }],
  );
}

function leader(right: number, from: number, to: number): string {
  return `M${rounded(right - LEADER)} ${rounded(from)}L${rounded(right)} ${rounded(to)}`;
}

function unbroken(limits: readonly (number | null)[]): (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const [index, limit] of limits.entries()) {
    const open = stretches.at(-1);
    if (limit === null) continue;
    if (open && open[1] === index - 1) open[1] = index;
    else stretches.push([index, index]);
  }
  return stretches;
}

/** One bucket of a stepped line. */
interface Step {
  left: number;
  right: number;
  y: number;
}

/** Steps from left to right without their first command; neighbours of the same height are one, which most limits are altogether. */
function stairs(steps: readonly Step[]): string {
  const [first] = steps;
  return first
    ? walk(
        first.left,
        steps.map(({ right, y }) => ({ x: right, y })),
      )
    : '';
}

/** The same from right to left. */
function stairsBack(steps: readonly Step[]): string {
  const last = steps.at(-1);
  return last
    ? walk(
        last.right,
        steps.toReversed().map(({ left, y }) => ({ x: left, y })),
      )
    : '';
}

function walk(from: number, to: readonly { x: number; y: number }[]): string {
  const heights = to.map(({ y }) => rounded(y));
  const treads = to.flatMap(({ x }, index) => {
    const next = heights[index + 1];
    if (next === heights[index]) return [];
    return [`H${rounded(x)}${next === undefined ? '' : `V${next}`}`];
  });
  return `${rounded(from)} ${heights[0]}${treads.join('')}`;
}
