import { isUnavailable } from '@/db/unavailable.ts';
import type { Counters } from './import-ledger.ts';

/** An import that could not go on. What was committed is in; the message says how much, and what to do. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
  readonly counters: Counters;

  constructor(reason: string, counters: Counters, cause: unknown) {
    super(`${reason} ${describeStop(counters)}`, { cause });
    this.counters = counters;
  }
}

/** What is in after a stop, and what to do now. */
export function describeStop({ read, created, updated }: Counters): string {
  return (
    `${read} rows were dealt with; ${created} incidents were created and ${updated} updated. ` +
    'Import the same file again: what is in stays as it is and the rest is added.'
  );
}

/** Why an import stopped, where it was not a defect of the program; else null. */
export function reasonOf(cause: unknown): string | null {
  if (isUnavailable(cause)) return 'The database went away during the import.';
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return DISK_REASONS[code] ?? null;
}

const DISK_REASONS: Record<string, string> = {
  ENOSPC: 'The disk is full, so the import stopped.',
  EDQUOT: 'The disk quota is used up, so the import stopped.',
  EIO: 'The disk cannot be read, so the import stopped.',
  // PostgreSQL: its own disk is full
  '53100': 'The disk of the database is full, so the import stopped.',
};
