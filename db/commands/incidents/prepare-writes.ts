import type { Records } from '@/db/facts/snapshot.ts';
import { deriveRow } from './derive-row.ts';
import { type ExistingIncident, findKept } from './find-existing.ts';
import { findReferences } from './find-references.ts';
import { findPaths, findProducts, findTerms, type Terms } from './find-terms.ts';
import type { IncidentRow, IncidentWrite, ReadyIncident } from './incident-write.ts';
import { keepFields } from './keep-fields.ts';
import { toWrite } from './to-write.ts';

/** An incident as its tables take it, but for what only the moment of writing knows. */
export interface PreparedIncident {
  row: Omit<IncidentRow, 'number' | 'importRunId' | 'writtenAt' | 'version' | 'setByPerson'>;
  write: IncidentWrite;
  steps: ReturnType<typeof deriveRow>['steps'];
  /** Fields set by a person in which the source now says something else. */
  kept: string[];
}

/** Turns drafts into rows: finds or makes what they name, keeps what a person has set, derives the rest. */
export async function prepareWrites(
  tx: Records,
  ready: readonly ReadyIncident[],
  existing: ReadonlyMap<string, ExistingIncident>,
  timeZone: string,
): Promise<PreparedIncident[]> {
  const drafts = ready.map(({ draft }) => draft);
  const terms = await findTerms(tx);
  const references = await findReferences(tx, drafts);
  const products = await findProducts(tx, [...new Set(drafts.flatMap(({ product }) => product ?? []))]);
  const kept = await Promise.all(
    ready.map((one) =>
      withKept(tx, toWrite(one, { terms, references, products }), existing.get(one.incidentId)),
    ),
  );
  const derived = kept.map((one) => ({ ...one, ...deriveRow(one.write, timeZone) }));
  const pathId = (path: readonly number[]) => pathIdOf(path, terms);
  const paths = await findPaths(tx, new Map(derived.map(({ path }) => [pathId(path), path])));
  return derived.map(({ write, columns, path, steps, kept: fields }) => ({
    row: { ...write.said, ...columns, path: paths.get(pathId(path)) ?? 0, daysSincePrevious: null },
    write,
    steps,
    kept: fields,
  }));
}

async function withKept(
  tx: Records,
  write: IncidentWrite,
  before: ExistingIncident | undefined,
): Promise<{ write: IncidentWrite; kept: string[] }> {
  if (!before || before.setByPerson.length === 0) return { write, kept: [] };
  const whole = await findKept(tx, before.incidentId);
  return whole ? keepFields(write, whole) : { write, kept: [] };
}

/** Level ids joined by `~`, as URLs carry them. */
function pathIdOf(path: readonly number[], { level }: Terms): string {
  if (path.length === 0) return 'unknown';
  const ids = new Map([...level].map(([id, { code }]) => [code, id]));
  return path.map((code) => ids.get(code) ?? code).join('~');
}
