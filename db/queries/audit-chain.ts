import { asc, gt } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { type AuditEntry, FIRST_LINK, hashAuditEntry } from '@/lib/audit-chain.ts';

/**
 * The number of the first audit row that was changed, or stands where another was removed; null when the chain
 * holds. A database superuser could still rewrite the chain as a whole.
 */
export async function findBrokenAuditRow(records: Records): Promise<number | null> {
  let previousHash = FIRST_LINK;
  let after = 0;
  for (;;) {
    const rows = await records
      .select()
      .from(auditLog)
      .where(gt(auditLog.auditId, after))
      .orderBy(asc(auditLog.auditId))
      .limit(PAGE);
    for (const row of rows) {
      const entry: AuditEntry = { ...row, detail: row.detail as Record<string, unknown> };
      if (row.auditId !== after + 1 || row.previousHash !== previousHash) return row.auditId;
      if (row.hash !== hashAuditEntry(previousHash, entry)) return row.auditId;
      previousHash = row.hash;
      after = row.auditId;
    }
    if (rows.length < PAGE) return null;
  }
}

const PAGE = 1000;
