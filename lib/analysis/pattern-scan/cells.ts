import { type Combination, type PatternValue, SCANNED } from './combinations.ts';

/** How many incidents have a combination, in the period and in its comparison, and what became of those in the period. */
export interface Counts {
  now: number;
  before: number;
  /** Of those now, with a known path, and those of them that were escalated. */
  known: number;
  escalated: number;
  /** Of those now, with a known outcome, and those of them that were not resolved or lost the customer. */
  settled: number;
  bad: number;
  /** Contacts in the same cells; null where contacts are not known by these dimensions. */
  contacts: number | null;
  contactsBefore: number | null;
}

export const NO_COUNTS: Counts = {
  now: 0,
  before: 0,
  known: 0,
  escalated: 0,
  settled: 0,
  bad: 0,
  contacts: null,
  contactsBefore: null,
};

/** The counts of many combinations. */
export interface Cells {
  readonly size: number;
  add(combination: Combination, counts: Counts): void;
  find(combination: Combination): Counts | null;
  each(visit: (combination: Combination, counts: Counts) => void): void;
}

/** Columns in place of objects: half a million combinations take some thirty megabytes. */
export function makeCells(): Cells {
  const values = makeValues();
  const rows = new Map<number, number>();
  const combinations = [1, 2, 3].map(() => column(Int32Array));
  const figures = FIGURES.map((name) => column(name.startsWith('contacts') ? Float64Array : Int32Array));
  const countsAt = (row: number): Counts => {
    const [now = 0, before = 0, known = 0, escalated = 0, settled = 0, bad = 0, contacts = 0, earlier = 0] =
      figures.map(({ at }) => at(row));
    const isKnown = contacts !== UNKNOWN;
    return {
      ...{ now, before, known, escalated, settled, bad },
      contacts: isKnown ? contacts : null,
      contactsBefore: isKnown ? earlier : null,
    };
  };
  return {
    get size() {
      return rows.size;
    },
    add(combination, counts) {
      const ids = combination.map(values.idOf);
      const key = toKey(ids);
      const row = rows.get(key) ?? rows.size;
      rows.set(key, row);
      for (const [place, { set }] of combinations.entries()) set(row, ids[place] ?? 0);
      for (const [place, { set }] of figures.entries()) set(row, counts[FIGURES[place] ?? 'now'] ?? UNKNOWN);
    },
    find(combination) {
      const ids = combination.map(values.knownId);
      const row = ids.includes(0) ? undefined : rows.get(toKey(ids));
      return row === undefined ? null : countsAt(row);
    },
    each(visit) {
      for (let row = 0; row < rows.size; row++) {
        const ids = combinations.map(({ at }) => at(row)).filter((id) => id > 0);
        visit(ids.map(values.valueWith), countsAt(row));
      }
    },
  };
}

const FIGURES = [
  'now',
  'before',
  'known',
  'escalated',
  'settled',
  'bad',
  'contacts',
  'contactsBefore',
] as const satisfies readonly (keyof Counts)[];
const UNKNOWN = -1;
/** More values than all dimensions of a workspace have, and three of them still fit into a whole number. */
const MOST_IDS = 2 ** 17;

function toKey([one = 0, two = 0, three = 0]: readonly number[]): number {
  return (one * MOST_IDS + two) * MOST_IDS + three;
}

/** Numbers from 1 for the values, in the order in which they come. */
function makeValues() {
  const ids = SCANNED.map(() => new Map<number, number>());
  const values: PatternValue[] = [];
  const knownId = ({ dimension, code }: PatternValue) => ids[SCANNED.indexOf(dimension)]?.get(code) ?? 0;
  const idOf = (value: PatternValue) => {
    const known = knownId(value);
    if (known > 0) return known;
    if (values.length + 1 >= MOST_IDS) throw new RangeError(`more than ${MOST_IDS} values to combine`);
    values.push(value);
    ids[SCANNED.indexOf(value.dimension)]?.set(value.code, values.length);
    return values.length;
  };
  const valueWith = (id: number): PatternValue => {
    const value = values[id - 1];
    if (!value) throw new RangeError(`there is no value ${id}`);
    return value;
  };
  return { knownId, idOf, valueWith };
}

interface Column {
  at(row: number): number;
  set(row: number, value: number): void;
}

/** Whole numbers that grow in number. */
function column(Kind: typeof Int32Array | typeof Float64Array): Column {
  let held = new Kind(1024);
  return {
    at: (row) => held[row] ?? 0,
    set(row, value) {
      if (row >= held.length) {
        const larger = new Kind(held.length * 2);
        larger.set(held);
        held = larger;
      }
      held[row] = value;
    },
  };
}
