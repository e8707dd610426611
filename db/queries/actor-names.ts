import { inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { apiKey, user } from '@/db/schema/accounts.ts';
import { SAMPLE_OWNER } from '@/db/seed/sample-owner.ts';
import { isUuid } from '@/lib/http/uuid.ts';

/** What those are called that the audit log names by id, such as `account:…` and `key:7`; others stay as they are. */
export async function nameActors(records: Records, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = (kind: string) =>
    [...new Set(actors)].flatMap((actor) =>
      actor.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : [],
    );
  const keyIds = ids('key').map(Number).filter(Number.isSafeInteger);
  const [people, keys] = await Promise.all([
    records
      .select({ id: user.id, name: user.name })
      .from(user)
      .where(inArray(user.id, ids('account').filter(isUuid))),
    records
      .select({ id: apiKey.apiKeyId, name: apiKey.name })
      .from(apiKey)
      .where(inArray(apiKey.apiKeyId, keyIds)),
  ]);
  return new Map([
    [SAMPLE_OWNER, 'the sample'] as const,
    ...people.map(({ id, name }) => [`account:${id}`, name] as const),
    ...keys.map(({ id, name }) => [`key:${id}`, `Key ${name}`] as const),
  ]);
}
