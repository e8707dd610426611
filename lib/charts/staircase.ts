import { describeMinutes } from '../analysis/duration-words.ts';
import { type TimeTick, timeTicks } from './time-ticks.ts';

const PITCH = 28;
const TOP = 18;
const RIGHT = 14;
const LETTER = 6.4;

/** One stay of a case in a lane (a level, or a team where levels are not known), from `at` on. */
export interface Stay {
  lane: string;
  /** Lanes with a higher rank stand higher. */
  rank: number;
  /** Milliseconds since 1970. */
  at: number;
}

export interface StaircaseOptions {
  width: number;
  timeZone: string;
  /** When the case was closed; null when it is open or not known. */
  closedAt: number | null;
  /** When the customer was told something; empty when the source does not say. */
  told: readonly number[];
}

/** The way of one case through levels and time: linear time from left to right, one lane a level. */
export interface Staircase {
  width: number;
  height: number;
  left: number;
  right: number;
  lanes: readonly { label: string; short: string; y: number }[];
  path: string;
  points: readonly { x: number; y: number; last: boolean }[];
  /** How long the case stayed, above the tread, where the words fit. */
  waits: readonly { x: number; y: number; text: string }[];
  told: Told | null;
  ticks: readonly TimeTick[];
  floor: number;
  summary: string;
}

interface Told {
  y: number;
  marks: readonly number[];
  /** The longest time without an update. */
  silence: { from: number; to: number; text: string } | null;
}

/**
 * Lays out the staircase for a picture of the given width in px, 138 high for three lanes and the customer's track.
 * Null when there is nothing to draw: fewer than two moments, or all at the same one.
 */
export function layStaircase(stays: readonly Stay[], options: StaircaseOptions): Staircase | null {
  const moments = [...stays.map((stay) => stay.at), ...(options.closedAt === null ? [] : [options.closedAt])];
  const start = Math.min(...moments);
  const end = Math.max(...moments, ...options.told);
  const lanes = toLanes(stays);
  if (stays.length === 0 || end <= start) return null;

  const left = leftOf(lanes, options.width);
  const right = options.width - RIGHT;
  const toX = (at: number) => round(left + 6 + ((at - start) / (end - start)) * (right - left - 6));
  const toY = (stay: Stay) => TOP + PITCH * lanes.indexOf(stay.lane);
  const points = toPoints(stays, options.closedAt).map(({ stay, at }) => ({ x: toX(at), y: toY(stay), at }));
  const told = options.told.length > 0 ? layTold(options.told, start, TOP + PITCH * lanes.length, toX) : null;
  const floor = TOP + PITCH * (lanes.length - (told ? 0 : 1)) + 18;
  return {
    width: options.width,
    height: floor + 18,
    left,
    right,
    lanes: lanes.map((label, index) => ({
      label,
      short: shorten(label, left - 8),
      y: TOP + PITCH * index,
    })),
    path: drawStairs(points),
    points: toMarks(points),
    waits: layWaits(points),
    told,
    ticks: timeTicks(start, end, options.timeZone, left, toX),
    floor,
    summary: summarise(stays, end - start, lanes.length),
  };
}

function toLanes(stays: readonly Stay[]): string[] {
  const ranks = new Map<string, number>();
  for (const stay of stays) if (!ranks.has(stay.lane)) ranks.set(stay.lane, stay.rank);
  return [...ranks].sort((one, other) => other[1] - one[1]).map(([lane]) => lane);
}

function leftOf(lanes: readonly string[], width: number): number {
  const longest = Math.max('Customer told'.length, ...lanes.map((lane) => lane.length));
  const most = width * (width < 400 ? 0.26 : 0.3);
  return round(Math.min(most, longest * LETTER + 8));
}

function toPoints(stays: readonly Stay[], closedAt: number | null): { stay: Stay; at: number }[] {
  const points = stays.map((stay) => ({ stay, at: stay.at }));
  const last = stays.at(-1);
  if (last && closedAt !== null && closedAt > last.at) points.push({ stay: last, at: closedAt });
  return points;
}

function drawStairs(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }, index) => (index === 0 ? `M${x},${y}` : `H${x}V${y}`)).join('');
}

/** Marks that fall on the same place are one; the last one stays on top. */
function toMarks(points: readonly { x: number; y: number }[]): Staircase['points'] {
  const places = new Map(
    points.map(({ x, y }, index) => [`${x} ${y}`, { x, y, last: index === points.length - 1 }]),
  );
  return [...places.values()];
}

function layWaits(points: readonly { x: number; y: number; at: number }[]): Staircase['waits'] {
  const waits: { x: number; y: number; text: string; width: number }[] = [];
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (!next) break;
    const text = describeMinutes((next.at - point.at) / 60_000);
    const wait = { x: round((point.x + next.x) / 2), y: point.y - 6, text, width: text.length * LETTER };
    const fits = next.x - point.x >= wait.width + 10;
    // A peak has free space above and on both sides, so that its words may be wider than its tread.
    const isPeak = next.y > point.y && (points[index - 1]?.y ?? 0) > point.y;
    const meets = waits.some(
      (other) => Math.abs(other.x - wait.x) < (other.width + wait.width) / 2 + 6 && other.y === wait.y,
    );
    if ((fits || isPeak) && !meets) waits.push(wait);
  }
  return waits.map(({ x, y, text }) => ({ x, y, text }));
}

function layTold(told: readonly number[], start: number, y: number, toX: (at: number) => number): Told {
  const moments = [...told].sort((one, other) => one - other);
  const silences = moments.map((to, index) => ({ from: moments[index - 1] ?? start, to }));
  const longest = silences.reduce((most, silence) =>
    silence.to - silence.from > most.to - most.from ? silence : most,
  );
  const text = `${describeMinutes((longest.to - longest.from) / 60_000)} without an update`;
  const [from, to] = [toX(longest.from), toX(longest.to)];
  return {
    y,
    marks: moments.map(toX),
    silence: to - from > text.length * LETTER ? { from, to, text } : null,
  };
}

function summarise(stays: readonly Stay[], span: number, lanes: number): string {
  const way = stays.map((stay) => stay.lane).join(', ');
  const stops = `${stays.length} ${stays.length === 1 ? 'stay' : 'stays'} in ${lanes} ${lanes === 1 ? 'lane' : 'lanes'}`;
  return `${stops} over ${describeMinutes(span / 60_000)}: ${way}`;
}

function shorten(label: string, width: number): string {
  const most = Math.floor(width / LETTER);
  return label.length > most ? `${label.slice(0, Math.max(1, most - 1))}…` : label;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
