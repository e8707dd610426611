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
import type { IncidentWrite } from './incident-write.ts';

/** An original on its way into the record. */
export interface Original {
  field: TextField;
  text: string;
}

/**
 * Takes what is personal out of everything in words that an incident comes with.
 * @param customer what the source calls the customer
 * @returns the write without it, and the originals of the fields in which something was taken out
 */
export function redactWrite(
  write: IncidentWrite,
  customer: string | null,
  { mode, country }: Redaction,
): { write: IncidentWrite; originals: Original[] } {
  if (mode === 'off') return { write, originals: [] };
  const texts = textsOf(write);
  const redacted = redactIncident(texts, { country, known: customer === null ? [] : [customer] });
  write.text.redactedWith = RULES_VERSION;
  // An id is followed back into its source, so nothing in it is taken for a phone or a card; the key is made of the
  // original in any case.
  if (write.said.externalId.includes('@'))
    write.said.externalId = redact(write.said.externalId, { country }).text;
  if (redacted.changed.length === 0) return { write, originals: [] };
  putTexts(write, redacted.texts);
  return { write, originals: originalsOf(texts, redacted.changed) };
}

function textsOf({ text, steps, followUps }: IncidentWrite): IncidentTexts {
  const { topic = null, narrative = null, resolution = null, sourceRows } = text;
  return {
    topic,
    narrative,
    resolution,
    steps: steps.map(({ note }) => note),
    followUps: followUps.map(({ promise }) => promise ?? null),
    sourceRows,
  };
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
