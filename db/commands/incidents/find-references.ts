import { inArray, sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { source } from '@/db/schema/incidents.ts';
import { agent, customer, customerIdentity, site, team } from '@/db/schema/organisation.ts';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { toPseudonym } from '@/lib/intake/incident-id.ts';
import { findErased } from './find-erased.ts';
import { toUnnestInsert, unnestInsert } from './unnest-insert.ts';

/** The rows that drafts speak of, by the words that they use. */
export interface References {
  source: Map<string, number>;
  site: Map<string, number>;
  team: Map<string, number>;
  agent: Map<string, number>;
  /** By `source id + U+001F + reference`. */
  customer: Map<string, number>;
  /** Those of these customers that were not in the record before. */
  newCustomers: ReadonlySet<number>;
}

/** Finds sources, sites, teams, agents and customers, and makes those that are new. */
export async function findReferences(tx: Records, drafts: readonly IncidentDraft[]): Promise<References> {
  const steps = drafts.flatMap((draft) => draft.steps);
  const named = <T>(values: (T | null)[]) => [...new Set(values.filter((value) => value !== null))];
  return {
    source: await sources(tx, new Map(drafts.map((draft) => [draft.source.id, draft.source.label]))),
    site: await sites(tx, named(drafts.map((draft) => draft.site))),
    team: await teams(tx, named([...drafts, ...steps].map((one) => one.team))),
    agent: await agents(tx, named([...drafts, ...steps].map((one) => one.agent))),
    ...(await customers(tx, drafts)),
  };
}

export const customerKey = (sourceId: string, reference: string) => `${sourceId}\u001f${reference}`;

async function sources(tx: Records, labels: Map<string, string>): Promise<Map<string, number>> {
  return findOrMake(
    [...labels.keys()],
    (ids) => tx.select({ key: source.id, id: source.code }).from(source).where(inArray(source.id, ids)),
    (ids) =>
      tx
        .insert(source)
        .values(ids.map((id) => ({ id, label: labels.get(id) ?? id })))
        .onConflictDoNothing(),
  );
}

async function sites(tx: Records, names: string[]): Promise<Map<string, number>> {
  return findOrMake(
    names,
    (missing) => tx.select({ key: site.name, id: site.siteId }).from(site).where(inArray(site.name, missing)),
    (missing) =>
      tx
        .insert(site)
        .values(missing.map((name) => ({ name })))
        .onConflictDoNothing(),
  );
}

async function teams(tx: Records, names: string[]): Promise<Map<string, number>> {
  return findOrMake(
    names,
    (missing) => tx.select({ key: team.name, id: team.teamId }).from(team).where(inArray(team.name, missing)),
    (missing) =>
      tx
        .insert(team)
        .values(missing.map((name) => ({ name })))
        .onConflictDoNothing(),
  );
}

async function agents(tx: Records, references: string[]): Promise<Map<string, number>> {
  return findOrMake(
    references,
    async (missing) => {
      const found = await tx
        .select({ key: agent.reference, id: agent.agentId })
        .from(agent)
        .where(inArray(agent.reference, missing));
      return [...found, ...(await findErased(tx, 'agent', without(missing, found)))];
    },
    (missing) =>
      tx
        .insert(agent)
        .values(missing.map((reference) => ({ reference })))
        .onConflictDoNothing(),
  );
}

/** Figures know a customer by pseudonym; who it is stands in one table, from which erasure removes it. */
async function customers(
  tx: Records,
  drafts: readonly IncidentDraft[],
): Promise<Pick<References, 'customer' | 'newCustomers'>> {
  const byKey = new Map<string, { pseudonym: string; reference: string }>();
  for (const { source: from, customer: reference } of drafts) {
    if (reference === null) continue;
    const key = customerKey(from.id, reference);
    if (!byKey.has(key)) byKey.set(key, { pseudonym: toPseudonym(from.id, reference), reference });
  }
  const references = new Map([...byKey.values()].map((one) => [one.pseudonym, one.reference]));
  const newCustomers = new Set<number>();
  const ids = await findOrMake([...references.keys()], findByPseudonym(tx), async (missing) => {
    for (const id of await makeCustomers(tx, missing, references)) newCustomers.add(id);
  });
  const idsByKey = [...byKey].flatMap(([key, { pseudonym }]) => {
    const id = ids.get(pseudonym);
    return id === undefined ? [] : [[key, id] as const];
  });
  return { customer: new Map(idsByKey), newCustomers };
}

const findByPseudonym = (tx: Records) => async (pseudonyms: string[]) => {
  const found = await tx
    .select({ key: customer.pseudonym, id: customer.customerId })
    .from(customer)
    .where(sql`${customer.pseudonym} = any(${sql.param(pseudonyms)}::text[])`);
  return [...found, ...(await findErased(tx, 'customer', without(pseudonyms, found)))];
};

const without = (keys: readonly string[], found: readonly { key: string }[]) => {
  const known = new Set(found.map(({ key }) => key));
  return keys.filter((key) => !known.has(key));
};

async function makeCustomers(
  tx: Records,
  pseudonyms: readonly string[],
  references: ReadonlyMap<string, string>,
): Promise<number[]> {
  const rows = pseudonyms.map((pseudonym) => ({ pseudonym }));
  const returning = sql`on conflict do nothing returning customer_id, pseudonym`;
  const made = await tx.execute(await toUnnestInsert(customer, rows, returning));
  const identities = made.flatMap(({ customer_id: id, pseudonym }) => {
    const reference = references.get(String(pseudonym));
    return reference === undefined ? [] : [{ customerId: Number(id), reference }];
  });
  await unnestInsert(tx, customerIdentity, identities, sql`on conflict do nothing`);
  return identities.map(({ customerId }) => customerId);
}

async function findOrMake(
  keys: string[],
  find: (keys: string[]) => Promise<{ key: string; id: number }[]>,
  make: (keys: string[]) => Promise<unknown>,
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const found = new Map((await find(keys)).map(({ key, id }) => [key, id]));
  const missing = keys.filter((key) => !found.has(key));
  if (missing.length === 0) return found;
  await make(missing);
  for (const { key, id } of await find(missing)) found.set(key, id);
  return found;
}
