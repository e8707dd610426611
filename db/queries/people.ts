import { and, asc, count, eq, inArray, max, min, or, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { erasedKeyOf } from '@/db/erased-keys.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { user } from '@/db/schema/accounts.ts';
import { incident, source } from '@/db/schema/incidents.ts';
import { agent, customer, customerIdentity, team } from '@/db/schema/organisation.ts';
import { whereActive, whereHousekeeping } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { toPseudonym } from '@/lib/intake/incident-id.ts';
import type { Mentions } from '@/lib/privacy/mentions.ts';
import { type FoundAgent, type FoundCustomer, plainName } from '@/lib/privacy/person-found.ts';
import { mayHold } from './mentions.ts';

/** What somebody is called, and by what that is found in longer names. */
export interface Names {
  names: readonly string[];
  mentions: Mentions;
}

const MOST = 200;

/**
 * The customers that may be called so: by what a source calls them, whole or in part, by their pseudonym, or by the
 * pseudonym that the name makes with a source, where who they are is known no more.
 */
export async function findCustomers(
  records: Records,
  viewer: Viewer,
  { names, mentions }: Names,
): Promise<FoundCustomer[]> {
  const pseudonyms = [...names, ...(await pseudonymsOf(records, names))];
  const digests = pseudonyms.map((pseudonym) => erasedKeyOf('customer', pseudonym));
  const { reference } = customerIdentity;
  const rows = await records
    .select({
      customerId: customer.customerId,
      pseudonym: customer.pseudonym,
      erasedKey: customer.erasedKey,
      reference,
    })
    .from(customer)
    .leftJoin(customerIdentity, eq(customerIdentity.customerId, customer.customerId))
    .where(
      and(
        whereHousekeeping(viewer),
        or(
          inArray(customer.pseudonym, pseudonyms),
          inArray(customer.erasedKey, digests),
          inArray(reference, [...names]),
          mayHold(sql`${reference}`, mentions),
        ),
      ),
    )
    .orderBy(asc(customer.customerId))
    .limit(MOST);
  const plain = new Set(names.map(plainName));
  const isExact = (row: (typeof rows)[number]) =>
    row.erasedKey !== null ||
    row.reference === null ||
    plain.has(plainName(row.reference)) ||
    pseudonyms.includes(row.pseudonym);
  const found = rows.filter(
    (row) => isExact(row) || (row.reference !== null && mentions.isIn(row.reference)),
  );
  const extents = await extentsOf(
    records,
    incident.customerId,
    found.map(({ customerId }) => customerId),
  );
  return found.map(({ erasedKey, ...row }) => ({
    ...row,
    ...(extents.get(row.customerId) ?? NO_INCIDENTS),
    isExact: isExact({ ...row, erasedKey }),
    isErased: erasedKey !== null,
  }));
}

/** The agents that may be called so, whole or in part. */
export async function findAgents(
  records: Records,
  viewer: Viewer,
  { names, mentions }: Names,
): Promise<FoundAgent[]> {
  const digests = names.map((name) => erasedKeyOf('agent', name));
  const rows = await records
    .select({
      agentId: agent.agentId,
      reference: agent.reference,
      erasedKey: agent.erasedKey,
      team: team.name,
    })
    .from(agent)
    .leftJoin(team, eq(team.teamId, agent.teamId))
    .where(
      and(
        whereHousekeeping(viewer),
        or(
          inArray(agent.reference, [...names]),
          inArray(agent.erasedKey, digests),
          mayHold(sql`${agent.reference}`, mentions),
        ),
      ),
    )
    .orderBy(asc(agent.agentId))
    .limit(MOST);
  const plain = new Set(names.map(plainName));
  const isExact = (row: (typeof rows)[number]) =>
    row.erasedKey !== null || plain.has(plainName(row.reference));
  const found = rows.filter((row) => isExact(row) || mentions.isIn(row.reference));
  const extents = await extentsOf(
    records,
    incident.agentId,
    found.map(({ agentId }) => agentId),
  );
  return found.map(({ erasedKey, ...row }) => ({
    ...row,
    incidents: extents.get(row.agentId)?.incidents ?? 0,
    isExact: isExact({ ...row, erasedKey }),
    isErased: erasedKey !== null,
  }));
}

/** How many accounts in use have such a name or address. */
export async function countAccounts(records: Records, viewer: Viewer, { mentions }: Names): Promise<number> {
  const rows = await records
    .select({ name: user.name, email: user.email })
    .from(user)
    .where(and(whereHousekeeping(viewer), whereActive()));
  return rows.filter(({ name, email }) => mentions.isIn(name) || mentions.isIn(email)).length;
}

async function pseudonymsOf(records: Records, names: readonly string[]): Promise<string[]> {
  const sources = await records.select({ id: source.id }).from(source);
  return sources.flatMap(({ id }) => names.map((name) => toPseudonym(id, name)));
}

interface Extent {
  incidents: number;
  firstOn: LocalDate | null;
  lastOn: LocalDate | null;
}

const NO_INCIDENTS: Extent = { incidents: 0, firstOn: null, lastOn: null };

async function extentsOf(
  records: Records,
  column: AnyPgColumn,
  ids: readonly number[],
): Promise<Map<number, Extent>> {
  if (ids.length === 0) return new Map();
  const rows = await records
    .select({
      id: sql`${column}`.mapWith(Number),
      incidents: count(),
      firstOn: min(incident.occurredOn),
      lastOn: max(incident.occurredOn),
    })
    .from(incident)
    .where(inArray(column, [...ids]))
    .groupBy(column);
  return new Map(rows.map(({ id, ...extent }) => [id, extent]));
}
