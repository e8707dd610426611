import type { Redaction } from '@/db/queries/redaction.ts';
import type { sealedText } from '@/db/schema/incidents.ts';
import { incidentPlace, sealText } from '@/db/sealing.ts';
import { RULES_VERSION, redact } from '@/lib/privacy/redact.ts';
import {
  type IncidentTexts,
  type RedactedIncident,
  redactIncident,
  type TextField,
} from '@/lib/privacy/redact-incident.ts';
import type { IncidentWrite, ReadyIncident } from './incident-write.ts';
import { toTexts } from './to-write.ts';

/** An original on its way into the record. */
export interface Original {
  field: TextField;
  text: string;
}

/**
 * What becomes of the words of an incident. It takes longer than all else that is done to one, so it is kept: an
 * import works it out for a batch before it asks the record about it.
 */
export function redactReady(ready: ReadyIncident, country: string): RedactedIncident {
  const kept = redacted.get(ready);
  if (kept?.country === country) return kept.result;
  const { customer } = ready.draft;
  const result = redactIncident(toTexts(ready), { country, known: customer === null ? [] : [customer] });
  redacted.set(ready, { country, result });
  return result;
}

const redacted = new WeakMap<ReadyIncident, { country: string; result: RedactedIncident }>();

/**
 * Takes what is personal out of everything in words that an incident comes with.
 * @returns the write without it, and the originals of the fields in which something was taken out
 */
export function redactWrite(
  write: IncidentWrite,
  ready: ReadyIncident,
  { mode, country }: Redaction,
): { write: IncidentWrite; originals: Original[] } {
  if (mode === 'off') return { write, originals: [] };
  const { texts, changed } = redactReady(ready, country);
  write.text.redactedWith = RULES_VERSION;
  // An id is followed back into its source, so nothing in it is taken for a phone or a card; the key is made of the
  // original in any case.
  if (write.said.externalId.includes('@'))
    write.said.externalId = redact(write.said.externalId, { country }).text;
  if (changed.length === 0) return { write, originals: [] };
  putTexts(write, texts);
  return { write, originals: originalsOf(toTexts(ready), changed) };
}

function putTexts(write: IncidentWrite, { steps, followUps, ...texts }: IncidentTexts): void {
  Object.assign(write.text, texts);
  for (const [index, step] of write.steps.entries()) step.note = steps[index] ?? null;
  for (const [index, followUp] of write.followUps.entries()) followUp.promise = followUps[index] ?? null;
}

/** The originals of these fields as they are sealed: words as they are, lists as JSON. */
export function originalsOf(texts: IncidentTexts, fields: RedactedIncident['changed']): Original[] {
  return fields.map((field) => {
    const value = texts[field];
    return { field, text: typeof value === 'string' ? value : JSON.stringify(value) };
  });
}

/** The rows of `sealed_text` for an incident. */
export function toSealedRows(
  incidentId: string,
  originals: readonly Original[],
  sealedAt: Date,
): (typeof sealedText.$inferInsert)[] {
  return originals.map(({ field, text }) => ({
    incidentId,
    field,
    sealed: sealText(incidentPlace(incidentId, field), text),
    sealedAt,
  }));
}
