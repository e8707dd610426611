import { giveWay } from '@/db/commands/incidents/give-way.ts';
import type { ReadyIncident } from '@/db/commands/incidents/incident-write.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import type { BoundMapping } from '@/lib/intake/bind-mapping.ts';
import { hashContent } from '@/lib/intake/content-hash.ts';
import { dateOf } from '@/lib/intake/derive-times.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';
import { type ReadGroup, readGroups } from '@/lib/intake/read-group.ts';
import type { Coverage } from './import-ledger.ts';
import { type ProblemRow, toMerged, toRejected, type UnmappedWords } from './import-problems.ts';
import type { SpooledRow } from './spool-rows.ts';

/** What one transaction writes. */
export interface Batch {
  ready: ReadyIncident[];
  problems: ProblemRow[];
  rows: number;
  merged: number;
  rejected: number;
  unclassified: number;
  bytes: number;
  coverage: Coverage;
}

const MOST_INCIDENTS = 1000;
const MOST_ROWS = 10_000;
const MOST_BYTES = 4 * 1024 * 1024;
const GROUPS_AT_ONCE = 25;

/** Reads the rows of each record and gathers about a thousand incidents at a time. */
export async function* toBatches(
  groups: AsyncIterable<SpooledRow[]>,
  bound: BoundMapping,
  timeZone: string,
  unmapped: UnmappedWords,
): AsyncGenerator<Batch> {
  let batch = emptyBatch();
  let groupsRead = 0;
  for await (const rows of groups) {
    for (const group of readSpooled(rows, bound)) {
      addGroup(batch, group, bound, timeZone);
      unmapped.add(group.unmapped);
    }
    groupsRead += 1;
    if (groupsRead % GROUPS_AT_ONCE === 0) await giveWay();
    batch.rows += rows.length;
    batch.bytes += rows.reduce((sum, row) => sum + row.bytes, 0);
    if (batch.ready.length >= MOST_INCIDENTS || batch.rows >= MOST_ROWS || batch.bytes >= MOST_BYTES) {
      yield batch;
      batch = emptyBatch();
    }
  }
  if (batch.rows > 0) yield batch;
}

function emptyBatch(): Batch {
  return {
    ready: [],
    problems: [],
    rows: 0,
    merged: 0,
    rejected: 0,
    unclassified: 0,
    bytes: 0,
    coverage: null,
  };
}

function readSpooled(rows: readonly SpooledRow[], bound: BoundMapping): ReadGroup[] {
  const [first] = rows;
  if (!first) return [];
  if (first.problems.length === 0) return readGroups(rows, first.key, bound);
  return [{ incident: null, merged: [], rejected: [{ row: first, problems: first.problems }], unmapped: [] }];
}

function addGroup(batch: Batch, group: ReadGroup, bound: BoundMapping, timeZone: string): void {
  const { incident, merged, rejected } = group;
  batch.merged += merged.length;
  batch.rejected += rejected.length;
  for (const { row, message } of merged) if (message) batch.problems.push(toMerged(row.line, message));
  for (const { row, problems } of rejected) {
    batch.problems.push(
      toRejected({ row: { line: row.line, cells: [...row.cells] }, problems }, bound.header),
    );
  }
  if (!incident) return;
  const { draft, rows } = incident;
  if (draft.trigger === 'unclassified') batch.unclassified++;
  batch.coverage = widenTo(batch.coverage, dateOf(draft.occurred, timeZone));
  batch.ready.push({
    incidentId: toIncidentId(draft.source.id, draft.externalId),
    draft,
    rows,
    contentHash: hashContent(draft, rows),
  });
}

function widenTo(coverage: Coverage, day: string): Coverage {
  if (coverage && day >= coverage.from && day < coverage.until) return coverage;
  return widen(coverage, { from: day, until: shiftDays(day, 1) });
}

/** The coverage with another window in it. */
export function widen(coverage: Coverage, { from, until }: NonNullable<Coverage>): NonNullable<Coverage> {
  if (!coverage) return { from, until };
  return {
    from: from < coverage.from ? from : coverage.from,
    until: until > coverage.until ? until : coverage.until,
  };
}
