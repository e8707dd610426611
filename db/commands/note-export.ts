import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { writeAudit } from '@/db/commands/write-audit.ts';
import type { Viewer } from '@/lib/access.ts';

/**
 * Writes into the audit log that somebody takes something out of Lookback, before the first of it leaves: when it
 * throws, nothing may be sent.
 * @param subject what is taken, as `import:7`, `report:12`, `panel:triggers.csv`
 */
export async function noteExport(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  {
    subject,
    what,
  }: { subject: string; what: 'rejected_rows' | 'audit_log' | 'incidents' | 'panel' | 'report' },
  now: Date,
): Promise<void> {
  const entry = { at: now, actor: viewer.actor, action: 'export', subject, detail: { what } };
  await records.transaction((tx) => writeAudit(tx, entry));
}
