import { listPointers } from '@/db/queries/term-pointers.ts';
import { countIncidentsOf, countPathsOf, countUsesByQuarter } from '@/db/queries/term-uses.ts';
import { listTermRows, type TermRow } from '@/db/queries/vocabulary-terms.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { type PathEffect, pathEffect } from '@/lib/analysis/path-effect.ts';
import { toYears, type YearOfQuarters } from '@/lib/analysis/quarter-years.ts';
import { NotFound } from '@/lib/errors.ts';
import type { RankedLevel } from '@/lib/intake/derive-path.ts';
import { MAPPINGS } from '@/lib/intake/mappings.ts';
import { isNamedBy } from '@/lib/intake/mappings-naming.ts';
import { type EditableSet, UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { SET_WORDS } from '@/lib/taxonomy/set-words.ts';
import { HIGHEST_RANK, LOWEST_RANK } from '@/lib/taxonomy/term-forms.ts';
import { byPlace } from '@/lib/taxonomy/term-order.ts';
import { describePointers, type Pointers } from '@/lib/taxonomy/term-pointers.ts';

/** What an address asks to be told beforehand: a merge into another value, or another rank of a level. */
export interface AskedPreview {
  into?: string | undefined;
  rank?: string | undefined;
}

/** What would become of the past. */
export type TermPreview =
  | {
      kind: 'merge';
      into: TermRow;
      /** Incidents that count under the other value now, and would afterwards. */
      before: number;
      after: number;
      paths: PathEffect | null;
    }
  | { kind: 'rank'; rank: number; paths: PathEffect };

export interface TermReport {
  term: TermRow;
  /** The value that it counts as; null where that is itself. */
  target: TermRow | null;
  /** Those that count as it. */
  merged: readonly TermRow[];
  /** How many incidents were coded with it, or with one of those. */
  incidents: number;
  years: readonly YearOfQuarters[];
  pointers: readonly Pointers[];
  /** The values that it can be merged into. */
  targets: readonly TermRow[];
  groups: readonly string[];
  preview: TermPreview | null;
}

/** One value: where it is used, and what would become of that. Throws NotFound. */
export async function termReport(
  viewer: Viewer,
  { set, id }: { set: EditableSet; id: string },
  asked: AskedPreview = {},
  options: { record?: RecordDatabase } = {},
): Promise<TermReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const terms = await listTermRows(record, set);
  const term = terms.find((each) => each.id === id);
  if (!term) throw new NotFound(`There is no ${SET_WORDS[set].title.toLowerCase()} ${id}.`);
  const merged = terms.filter(({ mergedInto }) => mergedInto === term.code);
  const codes = [term, ...merged].map(({ code }) => code);
  const targets = term.code === UNKNOWN_CODE || term.mergedInto !== null ? [] : targetsOf(terms, term);
  const about = { record, viewer, set, terms, codes, term };
  const [quarters, rows, preview] = await Promise.all([
    countUsesByQuarter(record, viewer, set, codes),
    listPointers(record, viewer, { set, id, code: term.code }),
    askPreview(about, targets, asked),
  ]);
  const mappings = MAPPINGS.filter((mapping) => isNamedBy(mapping, set, id)).map(({ label }) => ({
    kind: 'mapping' as const,
    name: label,
  }));
  return {
    term,
    target: terms.find(({ code }) => code === term.mergedInto) ?? null,
    merged,
    incidents: quarters.reduce((sum, each) => sum + each.incidents, 0),
    years: toYears(quarters),
    pointers: describePointers([...rows, ...mappings]),
    targets: targets.toSorted(byPlace(set)),
    groups: [...new Set(terms.flatMap(({ group }) => group ?? []))].sort(),
    preview,
  };
}

interface About {
  record: RecordDatabase;
  viewer: Viewer;
  set: EditableSet;
  terms: readonly TermRow[];
  /** Of the value and of those that count as it. */
  codes: readonly number[];
  term: TermRow;
}

function targetsOf(terms: readonly TermRow[], term: TermRow): TermRow[] {
  return terms.filter(
    ({ code, retired, mergedInto }) =>
      code !== term.code && code !== UNKNOWN_CODE && !retired && mergedInto === null,
  );
}

async function askPreview(
  about: About,
  targets: readonly TermRow[],
  { into, rank }: AskedPreview,
): Promise<TermPreview | null> {
  const target = targets.find(({ id }) => id === into);
  if (target) return askMerge(about, target);
  const wanted = /^\d{1,2}$/.test(rank ?? '') ? Number(rank) : null;
  const mayRank = about.set === 'level' && targets.length > 0;
  if (!mayRank || wanted === null || wanted < LOWEST_RANK || wanted > HIGHEST_RANK) return null;
  const paths = await askPaths(about, (code) => ({
    ...countedAs(about.terms, code),
    ...(code === about.term.code ? { rank: wanted } : {}),
  }));
  return { kind: 'rank', rank: wanted, paths };
}

async function askMerge(about: About, into: TermRow): Promise<TermPreview> {
  const { record, viewer, set, terms, codes } = about;
  const own = terms.filter(({ code, mergedInto }) => code === into.code || mergedInto === into.code);
  const there = own.map(({ code }) => code);
  const [before, after, paths] = await Promise.all([
    countIncidentsOf(record, viewer, set, there),
    countIncidentsOf(record, viewer, set, [...there, ...codes]),
    set === 'level'
      ? askPaths(about, (code) => countedAs(terms, codes.includes(code) ? into.code : code))
      : null,
  ]);
  return { kind: 'merge', into, before, after, paths };
}

async function askPaths(
  { record, viewer, terms, codes }: About,
  then: (code: number) => RankedLevel,
): Promise<PathEffect> {
  return pathEffect(await countPathsOf(record, viewer, codes), (code) => countedAs(terms, code), then);
}

function countedAs(terms: readonly TermRow[], code: number): RankedLevel {
  const rank = terms.find((term) => term.code === code)?.rank ?? 0;
  return { code, rank };
}
