/** A part of a picture, in pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface LabelledPoint {
  x: number;
  y: number;
  /** How wide its label is; the label is one line of 12. */
  width: number;
}

/** The base of a label and its side; the lead is where a line to it begins and ends, null where it stands at its point. */
export interface PointLabel {
  x: number;
  y: number;
  anchor: 'start' | 'end';
  box: Box;
  lead: Segment | null;
}

type Place = readonly [x: number, y: number];
type Segment = readonly [from: Place, to: Place];

interface Surroundings {
  bounds: Box;
  /** What no label may cover: other words. The points themselves are kept clear too. */
  words: readonly Box[];
  /** Lines that labels had better not cover. */
  lines: readonly (readonly Place[])[];
}

const AROUND = 5;
const [ABOVE, BELOW] = [10, 3];
const NEAR = [
  [8, 4],
  [-8, 4],
  [6, -7],
  [-6, -7],
  [6, 15],
  [-6, 15],
] as const;
const FAR = [20, 32, 46].flatMap((by) =>
  [10, 24].flatMap((dx) => [
    [dx, -by],
    [-dx, -by],
    [dx, by + 8],
    [-dx, by + 8],
  ]),
) as readonly (readonly [number, number])[];

/**
 * Labels for as many points as have a place for one, the first ones first: at the point where that is free, else further
 * off on a line that meets nothing. No label covers a point, a word or another label, and none leaves the bounds. Null for
 * a point without such a place.
 */
export function labelPoints(
  points: readonly LabelledPoint[],
  { bounds, words, lines }: Surroundings,
  wanted: readonly number[] = points.map((_, index) => index),
): (PointLabel | null)[] {
  const found: (PointLabel | null)[] = points.map(() => null);
  const taken: Box[] = [...words, ...points.map(around)];
  const leads: Segment[] = [];
  const isFree = ({ box, lead }: PointLabel, at: number) =>
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom &&
    !taken.some((other) => overlap(box, other)) &&
    !leads.some((other) => crosses(other, box)) &&
    (lead === null || isClear(lead, at));
  const isClear = (lead: Segment, at: number) =>
    !taken.some((other, index) => index !== words.length + at && crosses(lead, other)) &&
    !leads.some((other) => meet(lead, other));
  for (const places of [NEAR, FAR]) {
    for (const at of wanted) {
      const point = points[at];
      if (!point || found[at]) continue;
      const free = places
        .map((place) => labelAt(point, place, places === FAR))
        .filter((one) => isFree(one, at));
      const covered = (one: PointLabel) => lines.filter((line) => runsThrough(line, one.box)).length;
      const best = free.reduce<PointLabel | null>(
        (least, one) => (least && covered(least) <= covered(one) ? least : one),
        null,
      );
      if (!best) continue;
      found[at] = best;
      taken.push(best.box);
      if (best.lead) leads.push(best.lead);
    }
  }
  return found;
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function labelAt(point: LabelledPoint, [dx, dy]: readonly [number, number], isFar: boolean): PointLabel {
  const [x, y] = [point.x + dx, point.y + dy];
  const left = dx < 0 ? x - point.width : x;
  const side = dy < 0 ? BELOW : -ABOVE;
  return {
    x,
    y,
    anchor: dx < 0 ? 'end' : 'start',
    box: { left, right: left + point.width, top: y - ABOVE, bottom: y + BELOW },
    lead: isFar ? [place(point.x, point.y), place(x + Math.sign(dx) * 4, y + side)] : null,
  };
}

function place(x: number, y: number): Place {
  return [x, y];
}

function around({ x, y }: LabelledPoint): Box {
  return { left: x - AROUND, right: x + AROUND, top: y - AROUND, bottom: y + AROUND };
}

function runsThrough(line: readonly Place[], box: Box): boolean {
  return line.some((to, index) => {
    const from = line[index - 1];
    return from !== undefined && crosses([from, to], box);
  });
}

/** Whether a line goes through a box, or ends in it. */
function crosses([from, to]: Segment, { left, right, top, bottom }: Box): boolean {
  const inside = ([x, y]: Place) => x > left && x < right && y > top && y < bottom;
  if (inside(from) || inside(to)) return true;
  const [a, b, c, d] = [place(left, top), place(right, top), place(right, bottom), place(left, bottom)];
  return [[a, b] as const, [b, c] as const, [c, d] as const, [d, a] as const].some((edge) =>
    meet([from, to], edge),
  );
}

function meet([a, b]: Segment, [c, d]: Segment): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side([ax, ay]: Place, [bx, by]: Place, [x, y]: Place): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}
