import { asc, gt } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { type AuditEntry, FIRST_LINK, hashAuditEntry } from '@/lib/audit-chain.ts';

/** What reading the whole audit log found. */
export interface AuditChain {
  /** How many rows were read. */
  rows: number;
  /** The number of the first row that was changed, or stands where another was removed; null when the chain holds. */
  broken: number | null;
  /** The end of the chain. Kept elsewhere, it shows later that nothing was cut off. */
  last: { auditId: number; hash: string } | null;
}

/**
 * Reads the audit log from its first row and computes every hash anew. A database superuser could still rewrite the
 * chain as a whole, or cut off its end.
 */
export async function checkAuditChain(records: Records): Promise<AuditChain> {
  let last: AuditChain['last'] = null;
  for (;;) {
    const after: number = last?.auditId ?? 0;
    const rows = await records
      .select()
      .from(auditLog)
      .where(gt(auditLog.auditId, after))
      .orderBy(asc(auditLog.auditId))
      .limit(PAGE);
    for (const row of rows) {
      if (!follows(row, last)) return { rows: row.auditId, broken: row.auditId, last };
      last = { auditId: row.auditId, hash: row.hash };
    }
    if (rows.length < PAGE) return { rows: last?.auditId ?? 0, broken: null, last };
  }
}

/** The number of the first row at which the chain does not hold, or null. */
export async function findBrokenAuditRow(records: Records): Promise<number | null> {
  return (await checkAuditChain(records)).broken;
}

function follows(row: typeof auditLog.$inferSelect, last: AuditChain['last']): boolean {
  const previousHash = last?.hash ?? FIRST_LINK;
  const entry: AuditEntry = { ...row, detail: row.detail as Record<string, unknown> };
  const isNext = row.auditId === (last?.auditId ?? 0) + 1 && row.previousHash === previousHash;
  return isNext && row.hash === hashAuditEntry(previousHash, entry);
}

const PAGE = 1000;
