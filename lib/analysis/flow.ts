import type { Term } from '../filters/vocabulary.ts';
import { UNKNOWN_CODE } from '../taxonomy/editable-sets.ts';
import { byName, termOf } from './terms.ts';

export interface FlowRow {
  trigger: number;
  path: number;
  outcome: number;
  count: number;
}

/** One place of a column of the flow: a value, or several small ones folded together. */
export interface FlowPlace {
  key: string;
  /** The terms that it stands for; more than one where small values were folded. */
  terms: readonly Term[];
  unknown: boolean;
  count: number;
}

interface Link {
  trigger: string;
  path: string;
  outcome: string;
  count: number;
}

/** Incidents from trigger through path to outcome; every column adds up to `total`. */
export interface Flow {
  triggers: readonly FlowPlace[];
  paths: readonly FlowPlace[];
  outcomes: readonly FlowPlace[];
  /** In the order of the columns. */
  links: readonly Link[];
  total: number;
}

export interface FlowTerms {
  trigger: readonly Term[];
  path: readonly Term[];
  outcome: readonly Term[];
  /** Paths in the order of the procedure. */
  comparePaths: (one: Term, other: Term) => number;
}

const TRIGGERS_SHOWN = 8;
const PATHS_SHOWN = 7;

/**
 * Counted flows → columns that can be drawn: the largest eight triggers and seven paths by themselves, the others
 * folded into one place each, what is unknown last. Nothing is dropped. A single value is never folded alone.
 */
export function foldFlow(rows: readonly FlowRow[], terms: FlowTerms): Flow {
  const triggers = column(rows, 'trigger', terms.trigger, TRIGGERS_SHOWN, bySize);
  const paths = column(rows, 'path', terms.path, PATHS_SHOWN, (one, other) =>
    terms.comparePaths(one.term, other.term),
  );
  const outcomes = column(rows, 'outcome', terms.outcome, Number.POSITIVE_INFINITY, byRank);
  const [triggerOf, pathOf, outcomeOf] = [
    placesByCode(triggers),
    placesByCode(paths),
    placesByCode(outcomes),
  ];
  const links: (Link | undefined)[] = [];
  for (const row of rows) {
    if (row.count === 0) continue;
    const [trigger, path, outcome] = [triggerOf(row.trigger), pathOf(row.path), outcomeOf(row.outcome)];
    const cell = (trigger.index * paths.length + path.index) * outcomes.length + outcome.index;
    const link = links[cell];
    if (link) link.count += row.count;
    else links[cell] = { trigger: trigger.key, path: path.key, outcome: outcome.key, count: row.count };
  }
  const total = triggers.reduce((sum, { count }) => sum + count, 0);
  return { triggers, paths, outcomes, links: links.filter((link) => link !== undefined), total };
}

interface Counted {
  term: Term;
  count: number;
}

function column(
  rows: readonly FlowRow[],
  by: 'trigger' | 'path' | 'outcome',
  terms: readonly Term[],
  shown: number,
  order: (one: Counted, other: Counted) => number,
): FlowPlace[] {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.count > 0) counts.set(row[by], (counts.get(row[by]) ?? 0) + row.count);
  const counted = [...counts].map(([code, count]) => ({ term: termOf(terms, code), count }));
  const known = counted.filter(({ term }) => term.code !== UNKNOWN_CODE).sort(bySize);
  const keep = known.length === shown + 1 ? shown + 1 : shown;
  const folded = known.slice(keep);
  return [
    ...known
      .slice(0, keep)
      .sort(order)
      .map((one) => place(by, [one])),
    ...(folded.length > 0 ? [place(by, folded)] : []),
    ...counted.filter(({ term }) => term.code === UNKNOWN_CODE).map((one) => place(by, [one])),
  ];
}

function place(by: string, values: readonly Counted[]): FlowPlace {
  const [first] = values;
  return {
    key: `${by}:${values.length > 1 ? 'others' : first?.term.id}`,
    terms: values.map(({ term }) => term),
    unknown: first?.term.code === UNKNOWN_CODE,
    count: values.reduce((sum, { count }) => sum + count, 0),
  };
}

interface Indexed {
  key: string;
  index: number;
}

function placesByCode(places: readonly FlowPlace[]): (code: number) => Indexed {
  const byCode = new Map<number, Indexed>();
  for (const [index, { key, terms }] of places.entries())
    for (const { code } of terms) byCode.set(code, { key, index });
  return (code) => {
    const place = byCode.get(code);
    if (place === undefined) throw new RangeError(`code ${code} has no place in the flow`);
    return place;
  };
}

function bySize(one: Counted, other: Counted): number {
  return other.count - one.count || byName(one.term.label, other.term.label);
}

function byRank(one: Counted, other: Counted): number {
  return one.term.rank - other.term.rank;
}
