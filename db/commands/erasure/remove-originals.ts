import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Records } from '@/db/facts/snapshot.ts';
import { findSealedMentions, type MentioningSeal } from '@/db/queries/sealed-mentions.ts';
import { formDraft } from '@/db/schema/form-drafts.ts';
import { importProblem } from '@/db/schema/imports.ts';
import { sealedText } from '@/db/schema/incidents.ts';
import type { Mentions } from '@/lib/privacy/mentions.ts';

const AT_ONCE = 500;

/** Removes every sealed original and every draft in which somebody is mentioned, whoever else stands in it. Returns how many went. */
export async function removeOriginals(
  records: PostgresJsDatabase<Record<string, never>>,
  mentions: Mentions,
): Promise<number> {
  const { found } = await findSealedMentions(records, mentions, []);
  for (let at = 0; at < found.length; at += AT_ONCE) {
    await records.transaction(async (tx) => {
      for (const seal of found.slice(at, at + AT_ONCE)) await remove(tx, seal);
    });
  }
  return found.length;
}

async function remove(tx: Records, seal: MentioningSeal): Promise<void> {
  if ('incidentId' in seal) {
    const { incidentId, field } = seal;
    await tx
      .delete(sealedText)
      .where(and(eq(sealedText.incidentId, incidentId), eq(sealedText.field, field)));
  } else if ('userId' in seal) {
    const { userId, form } = seal;
    await tx.delete(formDraft).where(and(eq(formDraft.userId, userId), eq(formDraft.form, form)));
  } else {
    const { importRunId, seq } = seal;
    await tx
      .update(importProblem)
      .set({ sealedRow: null })
      .where(and(eq(importProblem.importRunId, importRunId), eq(importProblem.seq, seq)));
  }
}
