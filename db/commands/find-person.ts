import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { findMentions } from '@/db/queries/mentions.ts';
import { countAccounts, findAgents, findCustomers } from '@/db/queries/people.ts';
import { findSealedMentions } from '@/db/queries/sealed-mentions.ts';
import { listWordTables, type WordTable } from '@/db/queries/word-columns.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { canBeMentioned, Mentions } from '@/lib/privacy/mentions.ts';
import type { PersonFound } from '@/lib/privacy/person-found.ts';
import type { PersonAsked } from '@/lib/workspace/person-form.ts';
import { giveWay } from './incidents/give-way.ts';
import { writeAudit } from './write-audit.ts';

type Database = PostgresJsDatabase<Record<string, never>>;

const PAGE = 1000;

/**
 * Looks for a person in the whole record: customers, agents and accounts of the name, and the texts and sealed originals
 * in which it stands. Nothing is changed but the audit log, which notes that somebody was looked for, and not whom.
 * @throws Forbidden without the right
 */
export async function findPerson(
  records: Database,
  viewer: Viewer,
  { name, also }: PersonAsked,
  now: Date,
): Promise<PersonFound> {
  demand(viewer, 'administer', 'Only an administrator may look for a person.');
  const names = { names: [name, ...also], mentions: new Mentions([name, ...also]) };
  const customers = await findCustomers(records, viewer, names);
  const agents = await findAgents(records, viewer, names);
  const own = customers.filter(({ isExact }) => isExact).map(({ customerId }) => customerId);
  const elsewhere: Record<string, number> = {};
  for (const table of await listWordTables(records)) {
    const rows = await countIn(records, table, names.mentions, own);
    if (rows > 0) elsewhere[table.name] = rows;
  }
  const sealed = await findSealedMentions(records, names.mentions, own);
  const found = {
    customers,
    agents,
    elsewhere,
    originals: sealed.found.length,
    unreadable: sealed.unreadable,
    accounts: await countAccounts(records, viewer, names),
    tooShort: names.names.filter((one) => !canBeMentioned(one)),
  };
  const detail = { customers: customers.length, agents: agents.length };
  await records.transaction((tx) =>
    writeAudit(tx, { at: now, actor: viewer.actor, action: 'person_looked_for', subject: 'person', detail }),
  );
  return found;
}

async function countIn(
  records: Database,
  table: WordTable,
  mentions: Mentions,
  but: readonly number[],
): Promise<number> {
  let [rows, after]: [number, string | null] = [0, null];
  do {
    const page: Awaited<ReturnType<typeof findMentions>> = await findMentions(records, table, mentions, {
      after,
      most: PAGE,
      but,
    });
    rows += page.rows.length;
    after = page.next;
    await giveWay();
  } while (after !== null);
  return rows;
}
