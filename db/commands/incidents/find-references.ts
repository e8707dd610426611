import { inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { source } from '@/db/schema/incidents.ts';
import { agent, customer, customerIdentity, site, team } from '@/db/schema/organisation.ts';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { toPseudonym } from '@/lib/intake/incident-id.ts';

/** The rows that drafts speak of, by the words that they use. */
export interface References {
  source: Map<string, number>;
  site: Map<string, number>;
  team: Map<string, number>;
  agent: Map<string, number>;
  /** By `source id + U+001F + reference`. */
  customer: Map<string, number>;
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
    customer: await customers(tx, drafts),
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
    (missing) =>
      tx
        .select({ key: agent.reference, id: agent.agentId })
        .from(agent)
        .where(inArray(agent.reference, missing)),
    (missing) =>
      tx
        .insert(agent)
        .values(missing.map((reference) => ({ reference })))
        .onConflictDoNothing(),
  );
}

/** Figures know a customer by pseudonym; who it is stands in one table, from which erasure removes it. */
async function customers(tx: Records, drafts: readonly IncidentDraft[]): Promise<Map<string, number>> {
  const byPseudonym = new Map<string, { key: string; reference: string }>();
  for (const draft of drafts) {
    if (draft.customer === null) continue;
    byPseudonym.set(toPseudonym(draft.source.id, draft.customer), {
      key: customerKey(draft.source.id, draft.customer),
      reference: draft.customer,
    });
  }
  const ids = await findOrMake(
    [...byPseudonym.keys()],
    (missing) =>
      tx
        .select({ key: customer.pseudonym, id: customer.customerId })
        .from(customer)
        .where(inArray(customer.pseudonym, missing)),
    async (missing) => {
      const made = await tx
        .insert(customer)
        .values(missing.map((pseudonym) => ({ pseudonym })))
        .onConflictDoNothing()
        .returning({ customerId: customer.customerId, pseudonym: customer.pseudonym });
      const identities = made.flatMap(({ customerId, pseudonym }) => {
        const known = byPseudonym.get(pseudonym);
        return known ? [{ customerId, reference: known.reference }] : [];
      });
      if (identities.length > 0) await tx.insert(customerIdentity).values(identities).onConflictDoNothing();
    },
  );
  return new Map(
    [...byPseudonym].flatMap(([pseudonym, { key }]) => {
      const id = ids.get(pseudonym);
      return id === undefined ? [] : [[key, id]];
    }),
  );
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
