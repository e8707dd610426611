import { sql } from 'drizzle-orm';
import { erasedKeyOf } from '@/db/erased-keys.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { agent, customer } from '@/db/schema/organisation.ts';

/**
 * Those of these pseudonyms or references that were erased: what a source still says of them goes to the row that was
 * made anonymous, so that nobody comes back by the next file.
 */
export async function findErased(
  tx: Records,
  kind: 'customer' | 'agent',
  names: readonly string[],
): Promise<{ key: string; id: number }[]> {
  if (names.length === 0) return [];
  const byDigest = new Map(names.map((name) => [erasedKeyOf(kind, name), name]));
  const among = sql.param([...byDigest.keys()]);
  const rows =
    kind === 'customer'
      ? await tx
          .select({ digest: customer.erasedKey, id: customer.customerId })
          .from(customer)
          .where(sql`${customer.erasedKey} = any(${among}::text[])`)
      : await tx
          .select({ digest: agent.erasedKey, id: agent.agentId })
          .from(agent)
          .where(sql`${agent.erasedKey} = any(${among}::text[])`);
  return rows.flatMap(({ digest, id }) => {
    const key = digest === null ? undefined : byDigest.get(digest);
    return key === undefined ? [] : [{ key, id }];
  });
}
