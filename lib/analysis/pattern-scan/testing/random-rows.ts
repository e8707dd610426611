import type { Row } from './scan-rows.ts';

/** How many values each dimension has, in the order of SCANNED; the first ones are the most frequent. */
const VALUES = [12, 8, 8, 6, 5, 12, 4, 7, 6];
const WEEKS = 52;
const ESCALATED = 0.35;
const BAD = 0.2;

export type Random = () => number;

/** A small generator of even numbers in [0, 1), the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Incidents of 52 weeks, the later half of which is now, in which nothing has to do with anything.
 * @param clumps every tenth comes threefold, all alike, so that counts vary one and a half times as much
 */
export function randomRows(count: number, random: Random, { clumps = false } = {}): Row[] {
  const rows: Row[] = [];
  while (rows.length < count) {
    const row = randomRow(random);
    const size = clumps && random() < 0.1 ? 3 : 1;
    for (let one = 0; one < size; one++) rows.push({ ...row, ...randomFate(random) });
  }
  return rows;
}

/** The same with teams and triggers whose rates vary by a third from week to week, each on its own. */
export function variedRows(count: number, random: Random): Row[] {
  const rates = new Map<string, number>();
  const rateOf = (key: string) => {
    const known = rates.get(key) ?? Math.max(0, 1 + VARIES * (random() + random() + random() + random() - 2));
    rates.set(key, known);
    return known;
  };
  const rows: Row[] = [];
  while (rows.length < count) {
    const row = randomRow(random);
    const [trigger, team] = [row.codes[0] ?? 0, row.codes[5] ?? 0];
    const rate = rateOf(`${row.week} trigger ${trigger}`) * rateOf(`${row.week} team ${team}`);
    if (random() < rate / MOST_RATE) rows.push(row);
  }
  return rows;
}

/** Four even numbers added up have a standard deviation of 0.58. */
const VARIES = 0.33 / 0.58;
const MOST_RATE = 4;

export function randomRow(random: Random, week = Math.floor(random() * WEEKS)): Row {
  const codes = VALUES.map((most) => 1 + Math.floor(random() ** 1.5 * most));
  return { codes, week, now: week >= WEEKS / 2, ...randomFate(random) };
}

/** How often a dimension has a value. */
export function shareOf(place: number, code: number): number {
  const most = VALUES[place] ?? 1;
  return (code / most) ** (1 / 1.5) - ((code - 1) / most) ** (1 / 1.5);
}

/** The same rows, each column in an order of its own: what belonged together no longer does. */
export function shuffleColumns(rows: readonly Row[], random: Random): Row[] {
  const orders = VALUES.map(() => shuffled(rows, random));
  const times = shuffled(rows, random);
  const fates = [shuffled(rows, random), shuffled(rows, random)];
  return rows.map((_, index) => ({
    codes: orders.map((order, place) => order[index]?.codes[place] ?? 0),
    week: times[index]?.week ?? 0,
    now: times[index]?.now ?? false,
    escalated: fates[0]?.[index]?.escalated ?? null,
    bad: fates[1]?.[index]?.bad ?? null,
  }));
}

/** The same rows in other weeks: what belongs together still does, and nothing rises. */
export function shuffleWeeks(rows: readonly Row[], random: Random): Row[] {
  const times = shuffled(rows, random);
  return rows.map((row, index) => ({
    ...row,
    week: times[index]?.week ?? 0,
    now: times[index]?.now ?? false,
  }));
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

function randomFate(random: Random): Pick<Row, 'escalated' | 'bad'> {
  return {
    escalated: random() < 0.05 ? null : random() < ESCALATED,
    bad: random() < 0.1 ? null : random() < BAD,
  };
}
