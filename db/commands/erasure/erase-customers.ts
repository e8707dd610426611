import { randomBytes } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import { erasedKeyOf } from '@/db/erased-keys.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { customer, customerIdentity } from '@/db/schema/organisation.ts';
import { emptyWords } from './empty-words.ts';

/** What was known of those who are erased, to be looked for elsewhere. */
export interface ErasedPeople {
  names: string[];
  incidents: number;
}

const PIECE = 2000;

/**
 * Makes customers anonymous: who they are goes, their pseudonym becomes one that nobody can make again, and all words of
 * their incidents go. What they count for stays. One who was erased before is left as they are.
 */
export async function eraseCustomers(
  tx: Records,
  customerIds: readonly number[],
  now: Date,
): Promise<ErasedPeople> {
  const rows = await tx
    .select({
      customerId: customer.customerId,
      pseudonym: customer.pseudonym,
      erasedKey: customer.erasedKey,
      reference: customerIdentity.reference,
    })
    .from(customer)
    .leftJoin(customerIdentity, eq(customerIdentity.customerId, customer.customerId))
    .where(inArray(customer.customerId, [...customerIds]));
  const erased: ErasedPeople = { names: [], incidents: 0 };
  for (const { customerId, pseudonym, erasedKey, reference } of rows) {
    await tx.delete(customerIdentity).where(eq(customerIdentity.customerId, customerId));
    if (erasedKey === null) {
      await tx
        .update(customer)
        .set({
          pseudonym: randomBytes(8).toString('hex'),
          erasedKey: erasedKeyOf('customer', pseudonym),
        })
        .where(eq(customer.customerId, customerId));
      erased.names.push(pseudonym);
    }
    if (reference !== null) erased.names.push(reference);
    erased.incidents += await emptyIncidentsOf(tx, customerId, now);
  }
  return erased;
}

async function emptyIncidentsOf(tx: Records, customerId: number, now: Date): Promise<number> {
  const rows = await tx
    // Whoever has one of them open finds out that it was changed.
    .update(incident)
    .set({ version: sql`${incident.version} + 1` })
    .where(eq(incident.customerId, customerId))
    .returning({ incidentId: incident.incidentId });
  const ids = rows.map(({ incidentId }) => incidentId);
  for (let at = 0; at < ids.length; at += PIECE) {
    const piece = ids.slice(at, at + PIECE);
    await emptyWords(tx, piece, now);
    const marks = piece.map((incidentId) => ({ incidentId, changedAt: now }));
    await unnestInsert(tx, factChange, marks);
  }
  return ids.length;
}
