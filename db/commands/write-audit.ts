import { desc, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { type AuditEntry, FIRST_LINK, hashAuditEntry } from '@/lib/audit-chain.ts';

/**
 * Adds one row to the audit log, chained to the row before. It belongs inside the command's own transaction and
 * near its end: the next writer waits until that transaction is over.
 * @param tx a READ COMMITTED transaction; in a stricter one the chain's end may be out of date, and the write fails
 * @returns the row's number
 */
export async function writeAudit(tx: Records, entry: Omit<AuditEntry, 'auditId'>): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`);
  const [last] = await tx
    .select({ auditId: auditLog.auditId, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.auditId))
    .limit(1);
  const numbered = { ...entry, auditId: (last?.auditId ?? 0) + 1 };
  const previousHash = last?.hash ?? FIRST_LINK;
  await tx
    .insert(auditLog)
    .values({ ...numbered, previousHash, hash: hashAuditEntry(previousHash, numbered) });
  return numbered.auditId;
}

const AUDIT_LOCK = 7_201_001;
