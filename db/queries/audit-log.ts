import { and, asc, count, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { whereHousekeeping } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';

/** Which rows are asked for: by whom, what, and in `[from, until)`. */
export interface AskedAudit {
  actor: string | null;
  action: string | null;
  from: Date | null;
  until: Date | null;
}

const shown = {
  auditId: auditLog.auditId,
  at: auditLog.at,
  actor: auditLog.actor,
  action: auditLog.action,
  subject: auditLog.subject,
  detail: auditLog.detail,
  hash: auditLog.hash,
};

/** Rows of the audit log, the newest first. */
export async function listAuditRows(
  records: Records,
  viewer: Viewer,
  asked: AskedAudit,
  cut: { limit: number; offset: number },
) {
  return records
    .select(shown)
    .from(auditLog)
    .where(whereAudit(viewer, asked))
    .orderBy(desc(auditLog.auditId))
    .limit(cut.limit)
    .offset(cut.offset);
}

export type AuditRow = Awaited<ReturnType<typeof listAuditRows>>[number];

export async function countAuditRows(records: Records, viewer: Viewer, asked: AskedAudit): Promise<number> {
  const [row] = await records.select({ count: count() }).from(auditLog).where(whereAudit(viewer, asked));
  return row?.count ?? 0;
}

/** The rows before one, the newest first: for reading all of them in pieces. */
export async function listAuditRowsBefore(
  records: Records,
  viewer: Viewer,
  asked: AskedAudit,
  before: number,
  limit: number,
): Promise<AuditRow[]> {
  return records
    .select(shown)
    .from(auditLog)
    .where(and(whereAudit(viewer, asked), lt(auditLog.auditId, before)))
    .orderBy(desc(auditLog.auditId))
    .limit(limit);
}

/** What the log says of one incident, which was found within the viewer's scope, the latest first; at most so many. */
export async function listAuditOfIncident(
  records: Records,
  number: number,
  actions: readonly string[],
  limit: number,
): Promise<AuditRow[]> {
  return records
    .select(shown)
    .from(auditLog)
    .where(and(eq(auditLog.subject, `incident:${number}`), inArray(auditLog.action, [...actions])))
    .orderBy(desc(auditLog.auditId))
    .limit(limit);
}

/** Everybody and everything that the log has rows of. */
export async function listAuditKinds(
  records: Records,
  viewer: Viewer,
): Promise<{ actors: string[]; actions: string[] }> {
  const isKept = whereHousekeeping(viewer);
  const [actors, actions] = await Promise.all([
    records
      .selectDistinct({ actor: auditLog.actor })
      .from(auditLog)
      .where(isKept)
      .orderBy(asc(auditLog.actor)),
    records
      .selectDistinct({ action: auditLog.action })
      .from(auditLog)
      .where(isKept)
      .orderBy(asc(auditLog.action)),
  ]);
  return { actors: actors.map(({ actor }) => actor), actions: actions.map(({ action }) => action) };
}

function whereAudit(viewer: Viewer, { actor, action, from, until }: AskedAudit): SQL | undefined {
  return and(
    whereHousekeeping(viewer),
    actor === null ? undefined : eq(auditLog.actor, actor),
    action === null ? undefined : eq(auditLog.action, action),
    from ? gte(auditLog.at, from) : undefined,
    until ? lt(auditLog.at, until) : undefined,
  );
}
