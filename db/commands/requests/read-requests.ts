import type { ReadyIncident } from '@/db/commands/incidents/incident-write.ts';
import type { Problem } from '@/lib/errors.ts';
import { hashContent } from '@/lib/intake/content-hash.ts';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';
import { parseIncidentRow } from '@/lib/intake/incident-request.ts';
import { type RequestTerms, toRequestDraft, toSourceRow } from '@/lib/intake/request-draft.ts';

/** An incident that can be written, or everything that is wrong with what was sent. */
export type ReadRequest = ReadyIncident | Problem[];

/**
 * Reads what a form or a program sends, each row for itself; of two with the same source and id both are refused.
 * @param reserved ids of sources that this sender may not write under
 */
export function readRequests(
  rows: readonly unknown[],
  terms: RequestTerms,
  reserved: ReadonlySet<string>,
): ReadRequest[] {
  const read = rows.map((row) => readRequest(row, terms, reserved));
  const places = new Map<string, number[]>();
  for (const [index, one] of read.entries()) {
    if (!Array.isArray(one)) places.set(one.incidentId, [...(places.get(one.incidentId) ?? []), index]);
  }
  for (const indexes of places.values()) {
    if (indexes.length < 2) continue;
    for (const index of indexes) {
      const others = indexes.filter((other) => other !== index).map((other) => other + 1);
      read[index] = [{ field: 'id', message: `is also that of row ${others.join(', ')} of the request` }];
    }
  }
  return read;
}

function readRequest(row: unknown, terms: RequestTerms, reserved: ReadonlySet<string>): ReadRequest {
  const request = parseIncidentRow(row);
  if (Array.isArray(request)) return request;
  const draft = toRequestDraft(request, terms);
  if (Array.isArray(draft)) return draft;
  if (!reserved.has(draft.source.id)) return toReady(draft, row);
  return [{ field: 'source', message: `"${draft.source.id}" belongs to Lookback itself; take another name` }];
}

function toReady(draft: IncidentDraft, row: unknown): ReadyIncident {
  const rows = [toSourceRow(row)];
  const incidentId = toIncidentId(draft.source.id, draft.externalId);
  return { incidentId, draft, rows, contentHash: hashContent(draft, rows) };
}
