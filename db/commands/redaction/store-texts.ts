import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { originalsOf, toSealedRows } from '@/db/commands/incidents/redact-write.ts';
import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep, followUp } from '@/db/schema/incident-details.ts';
import { incident, incidentText, sealedText } from '@/db/schema/incidents.ts';
import { RULES_VERSION, redact } from '@/lib/privacy/redact.ts';
import type { RedactedIncident } from '@/lib/privacy/redact-incident.ts';
import type { StoredTexts } from './read-texts.ts';

/** One incident that the rules have gone through. */
export interface GoneThrough {
  stored: StoredTexts;
  redacted: RedactedIncident;
}

/**
 * Puts redacted words in the place of the others and notes by which rules. An original that is sealed already is older,
 * and stays.
 */
export async function storeTexts(
  tx: Records,
  gone: readonly GoneThrough[],
  { country, sealedAt }: { country: string; sealedAt: Date | null },
): Promise<void> {
  const changed = gone.filter(({ redacted }) => redacted.changed.length > 0);
  if (sealedAt) {
    const sealed = changed.flatMap(({ stored, redacted }) =>
      toSealedRows(stored.incidentId, originalsOf(stored.texts, redacted.changed), sealedAt),
    );
    await unnestInsert(tx, sealedText, sealed, sql`on conflict do nothing`);
  }
  await overwriteTexts(tx, changed);
  await overwriteDetails(tx, escalationStep, sql`note`, changed.flatMap(notesOf));
  await overwriteDetails(tx, followUp, sql`promise`, changed.flatMap(promisesOf));
  await overwriteExternalIds(tx, gone, country);
  await tx.execute(sql`
    update ${incidentText} set redacted_with = ${RULES_VERSION}::smallint
    where incident_id = any(${texts(gone.map(({ stored }) => stored.incidentId))}::uuid[])`);
}

const texts = (values: readonly (string | number | null)[]): SQL =>
  sql`${sql.param(values.map((value) => (value === null ? null : String(value))))}::text[]`;

async function overwriteTexts(tx: Records, changed: readonly GoneThrough[]): Promise<void> {
  if (changed.length === 0) return;
  const column = (of: (one: GoneThrough['redacted']['texts']) => string | null) =>
    texts(changed.map(({ redacted }) => of(redacted.texts)));
  await tx.execute(sql`
    update ${incidentText} as t set topic = m.topic, narrative = m.narrative, resolution = m.resolution,
      source_rows = m.source_rows::jsonb
    from unnest(${texts(changed.map(({ stored }) => stored.incidentId))}, ${column((one) => one.topic)},
      ${column((one) => one.narrative)}, ${column((one) => one.resolution)},
      ${column((one) => JSON.stringify(one.sourceRows))})
      as m(incident_id, topic, narrative, resolution, source_rows)
    where t.incident_id = m.incident_id::uuid`);
}

interface Words {
  incidentId: string;
  seq: number;
  words: string | null;
}

const notesOf = ({ stored, redacted }: GoneThrough): Words[] =>
  wordsOf(stored.incidentId, stored.stepSeqs, redacted.texts.steps);

const promisesOf = ({ stored, redacted }: GoneThrough): Words[] =>
  wordsOf(stored.incidentId, stored.followUpSeqs, redacted.texts.followUps);

function wordsOf(incidentId: string, seqs: readonly number[], words: readonly (string | null)[]): Words[] {
  return seqs.map((seq, index) => ({ incidentId, seq, words: words[index] ?? null }));
}

async function overwriteDetails(tx: Records, table: PgTable, column: SQL, rows: Words[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update ${table} as d set ${column} = m.words
    from unnest(${texts(rows.map(({ incidentId }) => incidentId))}, ${texts(rows.map(({ seq }) => seq))},
      ${texts(rows.map(({ words }) => words))}) as m(incident_id, seq, words)
    where d.incident_id = m.incident_id::uuid and d.seq = m.seq::smallint`);
}

/** As at the door: of the ids of a source only those that are addresses of people. */
async function overwriteExternalIds(
  tx: Records,
  gone: readonly GoneThrough[],
  country: string,
): Promise<void> {
  const rows = gone
    .filter(({ stored }) => stored.externalId.includes('@'))
    .map(({ stored }) => ({ ...stored, safe: redact(stored.externalId, { country }).text }));
  if (rows.length === 0) return;
  await tx.execute(sql`
    update ${incident} as i set external_id = m.safe
    from unnest(${texts(rows.map(({ incidentId }) => incidentId))}, ${texts(rows.map(({ safe }) => safe))})
      as m(incident_id, safe)
    where i.incident_id = m.incident_id::uuid and i.external_id <> m.safe`);
}
