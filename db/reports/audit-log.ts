import { nameActors } from '@/db/queries/actor-names.ts';
import { type AuditChain, checkAuditChain } from '@/db/queries/audit-chain.ts';
import {
  type AskedAudit,
  type AuditRow,
  countAuditRows,
  listAuditKinds,
  listAuditRows,
  listAuditRowsBefore,
} from '@/db/queries/audit-log.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { describeAction, describeDetail } from '@/lib/audit-words.ts';
import type { AuditFilters } from '@/lib/filters/audit-filters.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { toInstant } from '@/lib/intake/zones.ts';

export const AUDIT_ROWS_A_PAGE = 50;

interface Options {
  record?: RecordDatabase;
}

/** A row of the audit log as it is shown. `at` is milliseconds since 1970. */
export interface ShownAuditRow {
  id: number;
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail: string;
  hash: string;
}

export interface AuditReport {
  rows: readonly ShownAuditRow[];
  count: number;
  page: number;
  pages: number;
  /** What there is to filter by: ids with their words. */
  actors: readonly { id: string; label: string }[];
  actions: readonly { id: string; label: string }[];
  timeZone: string;
}

/** A page of the audit log, the newest rows first; a page past the last one is the last one. */
export async function auditReport(
  viewer: Viewer,
  filters: AuditFilters,
  page: number,
  options: Options = {},
): Promise<AuditReport> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const timeZone = (await findWorkspace(record))?.timeZone ?? 'UTC';
  const asked = toAsked(filters, timeZone);
  const [count, kinds] = await Promise.all([
    countAuditRows(record, viewer, asked),
    listAuditKinds(record, viewer),
  ]);
  const pages = Math.max(1, Math.ceil(count / AUDIT_ROWS_A_PAGE));
  const shown = Math.min(page, pages);
  const cut = { limit: AUDIT_ROWS_A_PAGE, offset: (shown - 1) * AUDIT_ROWS_A_PAGE };
  const rows = await listAuditRows(record, viewer, asked, cut);
  const names = await nameActors(record, [...kinds.actors, ...rows.map(({ subject }) => subject)]);
  return {
    rows: rows.map((row) => toShown(row, names)),
    count,
    page: shown,
    pages,
    actors: inOrder(kinds.actors.map((id) => ({ id, label: names.get(id) ?? id }))),
    actions: inOrder(kinds.actions.map((id) => ({ id, label: describeAction(id) }))),
    timeZone,
  };
}

/** All rows that the filters ask for, in pieces that fit into memory, the newest first. */
export async function* auditRows(
  viewer: Viewer,
  filters: AuditFilters,
  options: Options = {},
): AsyncGenerator<ShownAuditRow[]> {
  demand(viewer, 'administer');
  const record = options.record ?? (await theRecord());
  const asked = toAsked(filters, (await findWorkspace(record))?.timeZone ?? 'UTC');
  let before = Number.MAX_SAFE_INTEGER;
  while (true) {
    const rows = await listAuditRowsBefore(record, viewer, asked, before, 1000);
    if (rows.length === 0) return;
    const names = await nameActors(
      record,
      rows.flatMap(({ actor, subject }) => [actor, subject]),
    );
    yield rows.map((row) => toShown(row, names));
    before = rows.at(-1)?.auditId ?? 0;
  }
}

/** Reads the whole log and says whether its chain holds; see `checkAuditChain`. */
export async function auditChainReport(viewer: Viewer, options: Options = {}): Promise<AuditChain> {
  demand(viewer, 'administer');
  return checkAuditChain(options.record ?? (await theRecord()));
}

function toAsked({ actor, action, from, to }: AuditFilters, timeZone: string): AskedAudit {
  return {
    actor,
    action,
    from: from === null ? null : startOfDay(from, timeZone),
    until: to === null ? null : startOfDay(shiftDays(to, 1), timeZone),
  };
}

function startOfDay(day: LocalDate, timeZone: string): Date {
  return new Date(toInstant(Date.parse(`${day}T00:00:00Z`), timeZone).at);
}

function toShown(row: AuditRow, names: ReadonlyMap<string, string>): ShownAuditRow {
  return {
    id: row.auditId,
    at: row.at.getTime(),
    actor: names.get(row.actor) ?? row.actor,
    action: describeAction(row.action),
    subject: names.get(row.subject) ?? row.subject,
    detail: describeDetail(row.detail as Record<string, unknown>),
    hash: row.hash,
  };
}

function inOrder(kinds: { id: string; label: string }[]): { id: string; label: string }[] {
  return kinds.sort((one, other) => one.label.localeCompare(other.label, 'en'));
}
