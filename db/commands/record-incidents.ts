import { noteChange } from '@/db/facts/facts.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { SAMPLE_SOURCE } from '@/db/seed/sample-incident.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { Problem } from '@/lib/errors.ts';
import { OWN_SOURCE } from '@/lib/intake/own-source.ts';
import { readRequests } from './requests/read-requests.ts';
import { findRequestTerms } from './requests/request-terms.ts';
import { type StoredRequest, storeRequests } from './requests/store-requests.ts';
import { writeAudit } from './write-audit.ts';

/** What became of the rows of a request, each in its place. */
export interface RecordedIncidents {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rows: readonly (StoredRequest | { outcome: 'rejected'; problems: readonly Problem[] })[];
}

const RESERVED = new Set<string>([SAMPLE_SOURCE.id, OWN_SOURCE.id]);

/**
 * Puts incidents into the record that a program sends. Rows that cannot be read are answered with everything that is
 * wrong with them; the others go in, all of them or none. The same rows again change nothing: source and id say which
 * incident one is. Fields that a person has set stay as they are, and the answer names them.
 * @throws Forbidden without the right; Conflict when somebody changes one of them at the same moment
 */
export async function recordIncidents(
  records: RecordDatabase,
  viewer: Viewer,
  rows: readonly unknown[],
  now: Date,
): Promise<RecordedIncidents> {
  demand(viewer, 'import', 'This account or key may not write incidents.');
  const answer = await records.transaction(async (tx) => {
    const terms = await findRequestTerms(tx, now);
    const read = readRequests(rows, terms, RESERVED);
    const ready = read.flatMap((one) => (Array.isArray(one) ? [] : [one]));
    const stored = (await storeRequests(tx, ready, { timeZone: terms.timeZone, now })).values();
    const results = read.map((one) =>
      Array.isArray(one) ? { outcome: 'rejected' as const, problems: one } : next(stored),
    );
    const counts = countOutcomes(results);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'incidents_recorded',
      subject: 'incidents',
      detail: counts,
    });
    return { ...counts, rows: results };
  });
  noteChange(records);
  return answer;
}

function next(stored: Iterator<StoredRequest>): StoredRequest {
  const { value, done } = stored.next();
  if (done) throw new Error('fewer incidents were answered than were written');
  return value;
}

function countOutcomes(rows: RecordedIncidents['rows']): Omit<RecordedIncidents, 'rows'> {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
  };
}
