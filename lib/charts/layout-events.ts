import type { ChartEvent } from './chart-model.ts';
import { type EventLegend, layoutLegend, NO_LEGEND } from './event-legend.ts';
import { textWidth } from './text-fit.ts';

/** A thin rule over the plot where something happened, with its day and words, or with its number in the legend. */
export interface EventRule {
  x: number;
  /** Where the rule begins; it ends on the axis. */
  top: number;
  /** `day` is its number, and the words are none, where they stand in the legend; null where a neighbour tells its number. */
  label: { x: number; y: number; anchor: 'start' | 'end'; day: string; words: string } | null;
}

export interface EventPlaces {
  rules: readonly EventRule[];
  legend: EventLegend;
}

/** Where events can stand: rows above a plot, from its left to the right end of the picture. */
export interface EventFrame {
  rows: number;
  left: number;
  right: number;
  toX: (index: number) => number;
}

const ROW = 16;
const FIRST_LINE = 12;
const AFTER_RULE = 5;
const APART = 10;
const APART_NUMBERS = 5;
/** More than so many tries are made in vain. */
const MOST_TRIES = 4000;

/**
 * Places events above a plot. Their words stand whole beside their rules, in rows, so that no label meets another and no
 * rule crosses one; where there is no such place for all of them, each has a number and all words stand in a legend.
 */
export function layoutEvents(events: readonly ChartEvent[], frame: EventFrame): EventPlaces {
  const whole = placeWhole(events, frame);
  if (whole) return { rules: whole.map(toRule), legend: NO_LEGEND };
  return { rules: placeNumbers(events, frame), legend: layoutLegend(events, frame) };
}

interface Placed {
  x: number;
  row: number;
  anchor: 'start' | 'end';
  from: number;
  to: number;
  event: ChartEvent;
}

/** The first way to place all labels whole, right of their rules before left of them, high before low; null for none. */
function placeWhole(events: readonly ChartEvent[], frame: EventFrame): Placed[] | null {
  let tries = 0;
  const next = (placed: readonly Placed[]): readonly Placed[] | null => {
    const event = events[placed.length];
    if (!event) return placed;
    for (const one of candidates(event, frame)) {
      tries += 1;
      if (tries > MOST_TRIES) return null;
      if (placed.some((other) => meet(one, other))) continue;
      const all = next([...placed, one]);
      if (all) return all;
    }
    return null;
  };
  const found = next([]);
  return found && [...found];
}

function candidates(event: ChartEvent, { rows, left, right, toX }: EventFrame): Placed[] {
  const x = toX(event.index);
  const width = textWidth(`${event.day} ${event.words}`);
  const sides = [
    { anchor: 'start' as const, from: x + AFTER_RULE, to: x + AFTER_RULE + width },
    { anchor: 'end' as const, from: x - AFTER_RULE - width, to: x - AFTER_RULE },
  ].filter(({ from, to }) => from >= left && to <= right);
  return sides.flatMap((side) =>
    Array.from({ length: rows }, (_, row): Placed => ({ x, row, ...side, event })),
  );
}

function meet(one: Placed, other: Placed): boolean {
  const isBeside = one.from >= other.to + APART || other.from >= one.to + APART;
  return (one.row === other.row && !isBeside) || crosses(one, other) || crosses(other, one);
}

/** Whether the rule of the one, which begins in its row, goes through the label of the other. */
function crosses(rule: Placed, label: Placed): boolean {
  return rule.row <= label.row && rule.x > label.from - 2 && rule.x < label.to + 2;
}

function toRule({ x, row, anchor, event: { day, words } }: Placed): EventRule {
  const label = { x: anchor === 'start' ? x + AFTER_RULE : x - AFTER_RULE, y: FIRST_LINE + row * ROW };
  return { x, top: row * ROW + 3, label: { ...label, anchor, day, words } };
}

/**
 * Numbers right of their rules; those that find no row of their own are told by the one before: "4–7". The last ones, right of
 * which there is no room, share one number that stands above their rules.
 */
function placeNumbers(events: readonly ChartEvent[], { rows, right, toX }: EventFrame): EventRule[] {
  const last = right - roomOf({ first: events.length, last: events.length + 1 });
  const groups: Group[] = [];
  for (const [index, event] of events.entries()) {
    const rule = toX(event.index);
    const x = Math.min(rule, last);
    const before = groups.at(-1);
    const row = groups
      .filter((group) => group.x + roomOf(group) + APART_NUMBERS > x)
      .reduce((lowest, group) => Math.max(lowest, group.row + 1), 0);
    if (before && (row >= rows || before.rule > before.x)) {
      before.last = index + 1;
      before.joined.push(rule);
    } else groups.push({ x, rule, row, first: index + 1, last: index + 1, joined: [] });
  }
  return groups.flatMap((group): EventRule[] => [
    {
      x: group.rule,
      top: group.rule > group.x ? (group.row + 1) * ROW : group.row * ROW + 3,
      label: {
        x: group.x + AFTER_RULE - 1,
        y: FIRST_LINE + group.row * ROW,
        anchor: 'start',
        day: numbersOf(group),
        words: '',
      },
    },
    ...group.joined.map((x) => ({ x, top: rows * ROW, label: null })),
  ]);
}

interface Group {
  /** Its number stands right of here: where its rule is, or left of that. */
  x: number;
  rule: number;
  row: number;
  first: number;
  last: number;
  joined: number[];
}

/** From a rule to the end of its number. */
function roomOf(numbers: Pick<Group, 'first' | 'last'>): number {
  return AFTER_RULE + textWidth(numbersOf(numbers));
}

function numbersOf({ first, last }: Pick<Group, 'first' | 'last'>): string {
  return first === last ? `${first}` : `${first}–${last}`;
}
