import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAccount } from '@/db/accounts/add-account.ts';
import { type Workshop, workOffReport } from '@/db/commands/work-off-report.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import type { Role, Viewer } from '@/lib/access.ts';

/** A workshop with a clock that a test sets, no mail, and a folder that nothing is put into. */
export function makeWorkshop(now: () => Date, more: Partial<Workshop> = {}): Workshop {
  return {
    delivery: { mail: null, folder: join(tmpdir(), 'lookback-nowhere') },
    clock: now,
    hasEnded: () => false,
    onDefect: (error) => {
      throw error;
    },
    ...more,
  };
}

/** Makes all reports that wait. Returns how many there were. */
export async function workOffAll(records: RecordDatabase, workshop: Workshop): Promise<number> {
  let made = 0;
  while (await workOffReport(records, workshop)) made += 1;
  return made;
}

/** Somebody with an account, as they look when they are signed in. */
export async function makeSomebody(records: RecordDatabase, name: string, roles: Role[]): Promise<Viewer> {
  const entry = { name, email: `${name}@example.org`, password: 'a quiet word at noon', roles };
  return { actor: `account:${await addAccount(records, entry, new Date(0))}`, roles, teams: 'all' };
}
