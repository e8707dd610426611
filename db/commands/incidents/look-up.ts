import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { findRedaction, type Redaction } from '@/db/queries/redaction.ts';
import { derivePath } from '@/lib/intake/derive-path.ts';
import { redact } from '@/lib/privacy/redact.ts';
import { isToken } from '@/lib/privacy/tokens.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { type ExistingIncident, findExisting, findKept, type KeptIncident } from './find-existing.ts';
import { findReferences } from './find-references.ts';
import { findPaths, findProducts, findTerms, type Terms } from './find-terms.ts';
import type { Codes, ReadyIncident } from './incident-write.ts';
import { toLevels } from './to-write.ts';
import { WRITERS_LOCK } from './writers-lock.ts';

/** All that the record has to be asked before incidents are written: what follows is worked out without it. */
export interface Known {
  /** Those that the record does not have, or has with another content. */
  changed: readonly ReadyIncident[];
  unchanged: number;
  existing: ReadonlyMap<string, ExistingIncident>;
  /** Whole incidents in which a person has set fields. */
  kept: ReadonlyMap<string, KeptIncident>;
  codes: Codes;
  redaction: Redaction;
  /** For the new ones, in rising order. */
  numbers: readonly number[];
}

/**
 * Finds what the record has of these incidents and of what they name, and makes what is missing of the latter.
 * @param tx a transaction; writers wait for each other here until it ends
 */
export async function lookUp(tx: Records, ready: readonly ReadyIncident[]): Promise<Known> {
  await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
  const existing = await findExisting(
    tx,
    ready.map(({ incidentId }) => incidentId),
  );
  const redaction = await findRedaction(tx);
  const changed = ready
    .filter((one) => existing.get(one.incidentId)?.contentHash !== one.contentHash)
    .map(withoutTokens)
    .map((one) => (existing.get(one.incidentId)?.wordsRemovedAt ? withoutWords(one) : one));
  const unchanged = ready.length - changed.length;
  const kept = await findAllKept(tx, changed, existing);
  const codes = await findCodes(tx, changed, kept, redaction);
  const numbers = await takeNumbers(tx, changed.filter((one) => !existing.has(one.incidentId)).length);
  return { changed, unchanged, existing, kept, codes, redaction, numbers };
}

async function findAllKept(
  tx: Records,
  changed: readonly ReadyIncident[],
  existing: ReadonlyMap<string, ExistingIncident>,
): Promise<Map<string, KeptIncident>> {
  const kept = new Map<string, KeptIncident>();
  for (const { incidentId } of changed) {
    if ((existing.get(incidentId)?.setByPerson.length ?? 0) === 0) continue;
    const whole = await findKept(tx, incidentId);
    if (whole) kept.set(incidentId, whole);
  }
  return kept;
}

async function findCodes(
  tx: Records,
  changed: readonly ReadyIncident[],
  kept: ReadonlyMap<string, KeptIncident>,
  redaction: Redaction,
): Promise<Codes> {
  const drafts = changed.map(({ draft }) => draft);
  const terms = await findTerms(tx);
  const references = await findReferences(tx, drafts);
  const words = [...new Set(drafts.flatMap(({ product }) => product ?? []))];
  const products = await findSafeProducts(tx, words, redaction);
  const paths = await findPaths(tx, pathsOf(changed, kept, terms), terms);
  return { terms, references, products, paths };
}

/** The codes of products by the source's words. The vocabulary takes them in redacted: everybody sees it. */
async function findSafeProducts(
  tx: Records,
  words: readonly string[],
  { mode, country }: Redaction,
): Promise<Map<string, number>> {
  if (mode === 'off') return findProducts(tx, words);
  const safe = new Map(words.map((word) => [word, redact(word, { country }).text]));
  const codes = await findProducts(tx, [...new Set(safe.values())]);
  return new Map([...safe].map(([word, text]) => [word, codes.get(text) ?? UNKNOWN_CODE]));
}

/** Rows of an import that kept no originals come back with tokens in the place of the customer, which name nobody. */
function withoutTokens(ready: ReadyIncident): ReadyIncident {
  const { customer } = ready.draft;
  if (customer === null || !isToken(customer)) return ready;
  return { ...ready, draft: { ...ready.draft, customer: null } };
}

/** What was removed once does not come back when the source says something else in its row. */
function withoutWords(ready: ReadyIncident): ReadyIncident {
  const { draft } = ready;
  return {
    ...ready,
    rows: [],
    draft: {
      ...draft,
      topic: null,
      narrative: null,
      resolution: null,
      steps: draft.steps.map((step) => ({ ...step, note: null })),
      followUps: draft.followUps.map((one) => ({ ...one, promise: null })),
    },
  };
}

function pathsOf(
  changed: readonly ReadyIncident[],
  kept: ReadonlyMap<string, KeptIncident>,
  terms: Terms,
): number[][] {
  const said = changed.map(({ draft }) => toLevels(draft, terms));
  const setByPerson = [...kept.values()].map(({ steps }) => steps.map(({ counted }) => counted));
  return [...said, ...setByPerson].map((levels) => derivePath(levels).levels);
}

async function takeNumbers(tx: Records, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx.execute(
    sql`select nextval('incident_number') as number from generate_series(1, ${count}::integer)`,
  );
  return rows.map((row) => Number(row.number)).sort((one, other) => one - other);
}
