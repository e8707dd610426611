import { createHash } from 'node:crypto';

/** What one audit row says. `at` counts to the millisecond; `detail` holds ids and field names, never text. */
export interface AuditEntry {
  auditId: number;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
}

/** The previous hash of the very first row. */
export const FIRST_LINK = '0'.repeat(64);

/** The hash of an audit row: SHA-256 over the hash of the row before and everything that this one says, in hex. */
export function hashAuditEntry(previousHash: string, entry: AuditEntry): string {
  const { auditId, at, actor, action, subject, detail } = entry;
  const said = canonicalJson({ auditId, at: at.toISOString(), actor, action, subject, detail });
  return createHash('sha256').update(`${previousHash}\n${said}`).digest('hex');
}

/** JSON with the keys of every object in order, since the database does not keep the order they came in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isPlainObject(part) ? inKeyOrder(part) : part));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inKeyOrder(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}
