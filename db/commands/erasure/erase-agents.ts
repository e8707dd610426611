import { and, eq, inArray } from 'drizzle-orm';
import { erasedKeyOf } from '@/db/erased-keys.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { accountAgent, user } from '@/db/schema/accounts.ts';
import { agent } from '@/db/schema/organisation.ts';
import { whereActive } from '@/db/where-kept.ts';
import { Conflict } from '@/lib/errors.ts';
import { FORMER_STAFF } from '@/lib/sign-in/role-words.ts';

/**
 * Makes former staff anonymous: a number stands in the place of the name, and what they did stays theirs under it.
 * Returns what they were called.
 * @throws Conflict when one of them still has an account in use
 */
export async function eraseAgents(tx: Records, agentIds: readonly number[]): Promise<string[]> {
  const ids = [...agentIds];
  await refuseAccounts(tx, ids);
  const rows = await tx.select().from(agent).where(inArray(agent.agentId, ids));
  const named = rows.filter(({ erasedKey }) => erasedKey === null);
  for (const { agentId, reference } of named) {
    await tx
      .update(agent)
      .set({
        reference: `${FORMER_STAFF} ${agentId}`,
        left: true,
        erasedKey: erasedKeyOf('agent', reference),
      })
      .where(eq(agent.agentId, agentId));
  }
  await tx.delete(accountAgent).where(inArray(accountAgent.agentId, ids));
  return named.map(({ reference }) => reference);
}

async function refuseAccounts(tx: Records, ids: number[]): Promise<void> {
  const bound = await tx
    .select({ id: user.id })
    .from(accountAgent)
    .innerJoin(user, eq(user.id, accountAgent.userId))
    .where(and(inArray(accountAgent.agentId, ids), whereActive()));
  if (bound.length === 0) return;
  throw new Conflict(
    'One of these agents has an account that is in use. Nobody was erased: close the account first, in the settings under Accounts.',
  );
}
