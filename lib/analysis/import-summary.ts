import { formatCount, formatCounted } from '../charts/format.ts';
import { windowWords } from '../filters/day-words.ts';
import type { Window } from '../filters/filters.ts';
import { daysOf } from '../filters/local-dates.ts';

export const IMPORT_STATES = ['running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/**
 * What became of a row that did not simply go in: rejected, one more of a case, a person's value kept, or a remark.
 * The gravest first.
 */
export const PROBLEM_KINDS = ['rejected', 'merged', 'kept', 'noted'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What the rows of a small table become. */
export const TABLE_SUBJECTS = ['contact_volumes', 'events'] as const;
export type TableSubject = (typeof TABLE_SUBJECTS)[number];

/** One import of one file, as far as it has come. */
export interface ImportSummary {
  id: number;
  fileName: string;
  mapping: string;
  state: ImportState;
  /** What stopped it, for a person; null unless it failed. */
  failure: string | null;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** How long it took; null while it is running. */
  seconds: number | null;
  fileBytes: number;
  /** How far into the file everything is in the record. */
  bytesDone: number;
  counts: ImportCounts;
  /** First to last local date that came in. */
  coverage: Window | null;
}

/** `read` = incidents + merged + rejected, and incidents = created + updated + unchanged. */
export interface ImportCounts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  merged: number;
  rejected: number;
  unclassified: number;
}

export function incidentsOf({ created, updated, unchanged }: ImportCounts): number {
  return created + updated + unchanged;
}

/** What became of the rows, as two sums that anybody can check. `noun` is what a row becomes. */
export function describeSums(counts: ImportCounts, noun = 'incident'): [rows: string, incidents: string] {
  const incidents = incidentsOf(counts);
  return [
    `${formatCounted(counts.read, 'row')} read = ${formatCounted(incidents, noun)} + ` +
      `${formatCount(counts.merged)} merged + ${formatCount(counts.rejected)} rejected`,
    `${formatCounted(incidents, noun)} = ${formatCount(counts.created)} created + ` +
      `${formatCount(counts.updated)} updated + ${formatCount(counts.unchanged)} unchanged`,
  ];
}

/** How it went, in one sentence. */
export function describeImport({ state, counts, coverage, failure }: ImportSummary): string {
  const incidents = incidentsOf(counts);
  if (state === 'running') return `Running: ${formatCounted(counts.read, 'row')} read so far.`;
  if (state === 'failed') return failure ?? 'It stopped before the end of the file.';
  const rejected =
    counts.rejected > 0
      ? ` ${formatCounted(counts.rejected, 'row')} could not be read and did not go in.`
      : '';
  if (incidents === 0) return `Nothing came in.${rejected}`;
  if (counts.created + counts.updated === 0) {
    return `Nothing changed: what could be read was here already (${formatCounted(incidents, 'incident')}).${rejected}`;
  }
  const dates = coverage ? `, ${windowWords(coverage)}` : '';
  return `${formatCounted(incidents, 'incident')} came in${dates}.${rejected}`;
}

/** Where what came in can be seen: the overview of its dates, the list of its incidents, those without a trigger. */
export function importLinks({ id, coverage }: Pick<ImportSummary, 'id' | 'coverage'>) {
  const list = `/incidents?period=all&import=${id}`;
  const days = coverage && daysOf(coverage);
  return {
    overview: days && `/?period=${days.firstDay}..${days.lastDay}`,
    incidents: list,
    unclassified: `${list}&trigger=unclassified`,
  };
}
