import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findIncidentId } from '@/db/queries/incident.ts';
import { listSealedTexts } from '@/db/queries/sealed-texts.ts';
import { incidentPlace, openSealed } from '@/db/sealing.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict, NotFound } from '@/lib/errors.ts';
import { type Original, readOriginal } from '@/lib/privacy/read-original.ts';
import type { RevealReason } from '@/lib/privacy/reveal-reasons.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Opens what was sealed of one incident, for a reason. Nothing is opened before the audit log holds who asked, for
 * which incident, why, and which fields.
 * @throws Forbidden without the right; NotFound when the incident is not in the viewer's scope or nothing of it is
 * sealed; Conflict when the seal cannot be opened
 */
export async function revealOriginal(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { number, reason }: { number: number; reason: RevealReason },
  now: Date,
): Promise<Original> {
  demand(viewer, 'reveal', 'Your account may not open what is sealed.');
  return records.transaction(async (tx) => {
    const incidentId = await findIncidentId(tx, viewer, number);
    const sealed = incidentId === null ? [] : await listSealedTexts(tx, incidentId);
    if (incidentId === null || sealed.length === 0) {
      throw new NotFound(`Nothing of incident ${number} is sealed here.`);
    }
    const opened = new Map<string, string>();
    for (const { field, sealed: text } of sealed) {
      const original = openSealed(incidentPlace(incidentId, field), text);
      if (original === null) throw new Conflict(UNREADABLE);
      opened.set(field, original);
    }
    const detail = { reason, fields: sealed.map(({ field }) => field) };
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'reveal',
      subject: `incident:${number}`,
      detail,
    });
    return readOriginal(opened);
  });
}

const UNREADABLE =
  'The original cannot be opened: it was sealed under another LOOKBACK_SECRET, or was changed in the database. ' +
  'With the secret of that time it opens again.';
