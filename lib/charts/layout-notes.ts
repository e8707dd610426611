import type { ControlChart, SignalState } from './chart-model.ts';
import type { ControlLayout } from './layout-control.ts';
import type { EndLabel, Rule } from './layout-limits.ts';
import { textWidth } from './text-fit.ts';

/** Words on the plot, placed where they cover least: beside a signal, on the comparison, at a part bucket. */
export interface NoteBox {
  x: number;
  /** Baseline of the first line; lines are 14 apart. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  lines: readonly string[];
  /** Null for words that are no signal. */
  state: SignalState | null;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Placed = Omit<ControlLayout, 'notes'>;

const LINE = 14;

/** What words may cover: two points, or a line over some length. A signal that has no such place is in the table. */
const TOO_MUCH = 4;

/** Words across the rule of an event stand there only where nothing else is covered. */
const ACROSS_EVENT = 3;

/** Notes of the chart, the names of target and comparisons and the word "partial", none upon another. */
export function placeNotes(chart: ControlChart, layout: Placed, rules: readonly Rule[]): NoteBox[] {
  const taken: Box[] = layout.ends.map(boxOfEnd);
  const place = (candidates: readonly NoteBox[]) => {
    const best = leastCovering(candidates, layout, taken, rules);
    if (best) taken.push(boxOf(best));
    return best ? [best] : [];
  };
  const partial = chart.points.flatMap((point, index) =>
    point.partial && point.value !== null ? place(around(layout, index, ['partial'], null)) : [],
  );
  const notes = (layout.narrow ? chart.notes.slice(0, 1) : chart.notes).flatMap(({ index, lines, state }) =>
    place(around(layout, index, lines, state)),
  );
  const { comparisonLabel, alsoLabel } = chart;
  const ghosts = [
    ...place(alongGhost(comparisonLabel, layout, ({ ghostY }) => ghostY)),
    ...place(alongGhost(alsoLabel, layout, ({ alsoY }) => alsoY)),
  ];
  return [...partial, ...notes, ...place(alongTarget(chart, layout)), ...ghosts];
}

function around(
  { points }: Placed,
  index: number,
  lines: readonly string[],
  state: SignalState | null,
): NoteBox[] {
  const point = points[index];
  if (!point || point.y === null) return [];
  const { x, y } = point;
  const height = (lines.length - 1) * LINE;
  const at = (dx: number, first: number, anchor: NoteBox['anchor']): NoteBox => ({
    x: x + dx,
    y: first,
    anchor,
    lines,
    state,
  });
  const above = y - 10 - height;
  const below = y + 21;
  return [
    at(10, y - 8 - height + (lines.length > 1 ? 10 : 0), 'start'),
    at(-10, y - 8 - height + (lines.length > 1 ? 10 : 0), 'end'),
    at(0, above, 'middle'),
    at(0, below, 'middle'),
    at(10, below - 4, 'start'),
    at(-10, below - 4, 'end'),
    at(0, above - 24, 'middle'),
    at(0, below + 24, 'middle'),
    at(0, above - 24, 'end'),
    at(0, below + 24, 'end'),
  ];
}

/** The name of the target upon its line, or below it, as far left as it is free. */
function alongTarget({ target }: ControlChart, { targetY, plot, step }: Placed): NoteBox[] {
  if (!target || targetY === null) return [];
  const places = Math.floor((plot.right - plot.left) / Math.max(step, 1));
  return Array.from({ length: places }, (_, index) => plot.left + 4 + index * step).flatMap((x) =>
    [-4, 13].map(
      (dy): NoteBox => ({ x, y: targetY + dy, anchor: 'start', lines: [target.label], state: null }),
    ),
  );
}

function alongGhost(
  label: string | null,
  { points, narrow }: Placed,
  heightOf: (point: Placed['points'][number]) => number | null,
): NoteBox[] {
  if (!label || narrow) return [];
  return points
    .filter((point) => heightOf(point) !== null)
    .toReversed()
    .flatMap((point) =>
      [-9, 18, -22, 30].map(
        (dy): NoteBox => ({
          x: point.x,
          y: (heightOf(point) ?? 0) + dy,
          anchor: 'middle',
          lines: [label],
          state: null,
        }),
      ),
    );
}

function leastCovering(
  candidates: readonly NoteBox[],
  layout: Placed,
  taken: readonly Box[],
  rules: readonly Rule[],
): NoteBox | undefined {
  const { plot } = layout;
  const inside = candidates.filter((candidate) => {
    const { left, right, top, bottom } = boxOf(candidate);
    return (
      left >= plot.left &&
      right <= Math.max(plot.right, layout.width - 2) &&
      top >= 0 &&
      bottom <= plot.bottom - 2
    );
  });
  const free = inside.filter((candidate) => !taken.some((box) => meet(boxOf(candidate), box)));
  const scored = free
    .map((candidate) => ({ candidate, covered: covered(boxOf(candidate), layout, rules) }))
    .filter(({ covered }) => covered < TOO_MUCH);
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, one) => (best && best.covered <= one.covered ? best : one),
    undefined,
  )?.candidate;
}

/** How many points, stretches of line between them, limits and rules of events lie under a box. */
function covered(box: Box, { points, plot, events }: Placed, rules: readonly Rule[]): number {
  let sum = box.right > plot.right ? 0.5 : 0;
  for (const { x } of events) if (x > box.left - 2 && x < box.right + 2) sum += ACROSS_EVENT;
  for (const { left, right, y } of rules) {
    if (left < box.right && right > box.left && within(box, box.left, y, 1)) sum += 1;
  }
  for (const [index, { x, y, ghostY, alsoY }] of points.entries()) {
    if (y !== null && within(box, x, y, 5)) sum += 2;
    if (ghostY !== null && within(box, x, ghostY, 1)) sum += 0.5;
    if (alsoY !== null && within(box, x, alsoY, 1)) sum += 0.5;
    const next = points[index + 1];
    if (y === null || next?.y == null) continue;
    for (const part of [0.25, 0.5, 0.75]) {
      if (within(box, x + (next.x - x) * part, y + (next.y - y) * part, 1)) sum += 0.5;
    }
  }
  return sum;
}

function boxOf({ x, y, anchor, lines }: NoteBox): Box {
  const width = Math.max(...lines.map((line) => textWidth(line)));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 11, bottom: y + 4 + (lines.length - 1) * LINE };
}

function boxOfEnd({ x, y, text, anchor }: EndLabel): Box {
  return boxOf({ x, y, anchor, lines: [text], state: null });
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function within({ left, right, top, bottom }: Box, x: number, y: number, margin: number): boolean {
  return x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
}
