import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { noteChange } from '@/db/facts/facts.ts';
import { markVolumes } from '@/db/facts/mark-volumes.ts';
import { isImporting } from '@/db/queries/import-runs.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Mentions } from '@/lib/privacy/mentions.ts';
import type { Erased } from '@/lib/privacy/person-found.ts';
import type { ErasureAsked } from '@/lib/workspace/person-form.ts';
import { eraseAgents } from './erasure/erase-agents.ts';
import { eraseCustomers } from './erasure/erase-customers.ts';
import { removeOriginals } from './erasure/remove-originals.ts';
import { removeQuotingReports } from './erasure/remove-quoting-reports.ts';
import { replaceMentions } from './erasure/replace-mentions.ts';
import { tidyUp } from './erasure/tidy-up.ts';
import { WRITERS_LOCK } from './incidents/writers-lock.ts';
import { removeUploads } from './receive-upload.ts';
import { writeAudit } from './write-audit.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

/**
 * Erases one person for good: the customers and agents that were chosen become anonymous in one transaction, with its
 * audit row, and all words of these customers' incidents go. Then what is left of the name goes everywhere else, page by
 * page: texts, sealed originals, uploads. One that is broken off there is completed by the same command again.
 * @param home the folder in which uploads lie
 * @throws Forbidden without the right; Conflict when somebody of these still has an account
 */
export async function erasePerson(
  records: Database,
  viewer: Viewer,
  asked: ErasureAsked,
  { home, now }: { home: string; now: Date },
): Promise<Erased> {
  demand(viewer, 'administer', 'Only an administrator may erase a person.');
  const { names, ...own } = await eraseOwn(records, viewer, asked, now);
  const mentions = new Mentions([asked.name, ...asked.also, ...names]);
  const elsewhere = asked.elsewhere ? await replaceMentions(records, mentions, now) : {};
  const originals = asked.elsewhere ? await removeOriginals(records, mentions) : 0;
  const uploads = await removeUploads(home, now.getTime() - (await uploadsAreKeptMs(records)));
  await removeQuotingReports(records);
  const erased = { ...own, elsewhere, originals, uploads };
  const { customers: _, agents: __, incidents: ___, ...rest } = erased;
  await records.transaction(async (tx) => {
    // Whatever was made of the record and is kept for the next reader is made anew.
    await markVolumes(tx, now);
    await audit(tx, viewer, 'person_erased_elsewhere', rest, now);
  });
  await tidyUp(records, [...OWN_TABLES, ...Object.keys(elsewhere)]);
  noteChange(records);
  return erased;
}

/** Those in which the words and names of the erased themselves stood. */
const OWN_TABLES = [
  'customer',
  'customer_identity',
  'agent',
  'incident_text',
  'sealed_text',
  'form_draft',
  'escalation_step',
  'follow_up',
  'review',
  'import_problem',
  'report',
  'report_piece',
];

function eraseOwn(
  records: Database,
  viewer: Viewer,
  { customers, agents }: ErasureAsked,
  now: Date,
): Promise<Pick<Erased, 'customers' | 'agents' | 'incidents'> & { names: string[] }> {
  return records.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
    const references = await eraseAgents(tx, agents);
    const { names, incidents } = await eraseCustomers(tx, customers, now);
    const counts = { customers: customers.length, agents: agents.length, incidents };
    await audit(tx, viewer, 'person_erased', counts, now);
    return { ...counts, names: [...references, ...names] };
  });
}

/** Counts alone: neither who it was, nor what they were called. */
async function audit(
  tx: Parameters<typeof writeAudit>[0],
  viewer: Viewer,
  action: string,
  detail: Record<string, unknown>,
  at: Date,
): Promise<void> {
  await writeAudit(tx, { at, actor: viewer.actor, action, subject: 'person', detail });
}

const MINUTE_MS = 60_000;

/** One that is going in is still read; of the others only the newest may be about to. */
async function uploadsAreKeptMs(records: Database): Promise<number> {
  return (await isImporting(records)) ? 24 * 60 * MINUTE_MS : 10 * MINUTE_MS;
}
