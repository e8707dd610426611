import { nameActors } from '@/db/queries/actor-names.ts';
import {
  findTaxonomyVersion,
  listTaxonomyVersions,
  type VersionRow,
} from '@/db/queries/taxonomy-versions.ts';
import { countUses } from '@/db/queries/term-uses.ts';
import { listTermRows, type TermRow } from '@/db/queries/vocabulary-terms.ts';
import { timeZoneOf } from '@/db/reports/import-parts.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { EDITABLE_SETS, type EditableSet, UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { byPlace } from '@/lib/taxonomy/term-order.ts';

export const VERSIONS_A_PAGE = 20;
export const TERMS_A_PAGE = 100;

interface Options {
  record?: RecordDatabase;
}

/** A vocabulary with how many of its values are what; the one for "not known" is not counted. */
export interface SetSummary {
  set: EditableSet;
  inUse: number;
  retired: number;
  merged: number;
}

export interface TaxonomyReport {
  /** The version of the vocabularies as they are. */
  version: number;
  sets: readonly SetSummary[];
  versions: readonly (VersionRow & { by: string })[];
  page: number;
  pages: number;
  timeZone: string;
}

/** The vocabularies and what became of them, the latest change first. */
export async function taxonomyReport(
  viewer: Viewer,
  asked: { page: number },
  options: Options = {},
): Promise<TaxonomyReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const pageAt = (page: number) =>
    listTaxonomyVersions(record, viewer, { limit: VERSIONS_A_PAGE, offset: (page - 1) * VERSIONS_A_PAGE });
  const [sets, version, found, timeZone] = await Promise.all([
    Promise.all(EDITABLE_SETS.map(async (set) => summarise(set, await listTermRows(record, set)))),
    findTaxonomyVersion(record),
    pageAt(asked.page),
    timeZoneOf(record),
  ]);
  const pages = Math.max(1, Math.ceil(found.all / VERSIONS_A_PAGE));
  const page = Math.min(asked.page, pages);
  const { versions } = page === asked.page ? found : await pageAt(page);
  const names = await nameActors(
    record,
    versions.map(({ madeBy }) => madeBy),
  );
  const named = versions.map((one) => ({ ...one, by: names.get(one.madeBy) ?? one.madeBy }));
  return { version, sets, versions: named, page, pages, timeZone };
}

function summarise(set: EditableSet, terms: readonly TermRow[]): SetSummary {
  const known = terms.filter(({ code }) => code !== UNKNOWN_CODE);
  const merged = known.filter(({ mergedInto }) => mergedInto !== null).length;
  const retired = known.filter((term) => term.mergedInto === null && term.retired).length;
  return { set, merged, retired, inUse: known.length - merged - retired };
}

/** A value of a vocabulary in its list. */
export interface ListedTerm extends TermRow {
  /** How many incidents were coded with it. */
  incidents: number;
  /** The value that it counts as; null where that is itself. */
  into: { id: string; label: string } | null;
}

export interface VocabularyReport {
  terms: readonly ListedTerm[];
  /** Of all values. */
  groups: readonly string[];
  all: number;
  page: number;
  pages: number;
}

/** A page of the values of a vocabulary: those in use in their order, then the others. */
export async function vocabularyReport(
  viewer: Viewer,
  set: EditableSet,
  asked: { page: number },
  options: Options = {},
): Promise<VocabularyReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const [rows, uses] = await Promise.all([listTermRows(record, set), countUses(record, viewer, set)]);
  const pages = Math.max(1, Math.ceil(rows.length / TERMS_A_PAGE));
  const page = Math.min(asked.page, pages);
  const terms = rows
    .toSorted(byPlace(set))
    .slice((page - 1) * TERMS_A_PAGE, page * TERMS_A_PAGE)
    .map((term) => ({
      ...term,
      incidents: uses.get(term.code) ?? 0,
      into: rows.find(({ code }) => code === term.mergedInto) ?? null,
    }));
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))].sort();
  return { terms, groups, all: rows.length, page, pages };
}
