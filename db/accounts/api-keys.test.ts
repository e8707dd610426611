import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { apiKey } from '@/db/schema/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { may, RIGHTS } from '@/lib/access.ts';
import { ensureApiKey, findViewerOfKey, findViewerOfKeyId } from './api-keys.ts';
import { isSameHash, sha256 } from './hashes.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-03T10:00:00Z');
const KEY = 'Zm9yIHRlc3RzIG9ubHksIDMyIGJ5dGVzIG9mIGl0Lg';

it('the first key reads figures and incidents of all teams, and changes nothing', async () => {
  await ensureApiKey(records, { key: KEY, name: 'first', madeBy: 'settings' }, NOW);
  const viewer = await findViewerOfKey(records, `Bearer ${KEY}`, NOW);
  expect(viewer).toMatchObject({ actor: expect.stringMatching(/^key:\d+$/), name: 'first', teams: 'all' });
  if (!viewer) throw new Error('the key is not known');
  expect(RIGHTS.filter((right) => may(viewer, right))).toEqual([
    'see_incidents',
    'see_reports',
    'see_skills',
    'see_team_skills',
    'take_out',
  ]);
});

it('another start with the same key makes no second one, and the key itself is kept nowhere', async () => {
  await ensureApiKey(records, { key: KEY, name: 'first', madeBy: 'settings' }, NOW);
  const rows = await records.select().from(apiKey);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(KEY);
});

it.each([null, '', 'Bearer', `Bearer ${KEY}x`, `Basic ${KEY}`, KEY, `Bearer ${sha256(KEY)}`])(
  '%j is nobody',
  async (authorization) => {
    expect(await findViewerOfKey(records, authorization, NOW)).toBeNull();
  },
);

it('when a key was used is known to the minute', async () => {
  await findViewerOfKey(records, `Bearer ${KEY}`, new Date('2026-11-03T10:00:30Z'));
  expect(await lastUse()).toEqual(NOW);
  await findViewerOfKey(records, `Bearer ${KEY}`, new Date('2026-11-03T10:01:01Z'));
  expect(await lastUse()).toEqual(new Date('2026-11-03T10:01:01Z'));
});

it('a revoked key is nobody’s, and a start with it does not bring it back', async () => {
  await records
    .update(apiKey)
    .set({ revokedAt: NOW })
    .where(eq(apiKey.hash, sha256(KEY)));
  await ensureApiKey(records, { key: KEY, name: 'first', madeBy: 'settings' }, NOW);
  expect(await findViewerOfKey(records, `Bearer ${KEY}`, NOW)).toBeNull();
});

it('a key of one scope has the right of that one, and an unknown scope none', async () => {
  const key = 'a'.repeat(40);
  const made = { name: 'narrow', madeBy: 'test', madeAt: NOW, hash: sha256(key) };
  await records.insert(apiKey).values({ ...made, scopes: ['import', 'everything'] });
  const viewer = await findViewerOfKey(records, `Bearer ${key}`, NOW);
  expect(viewer && RIGHTS.filter((right) => may(viewer, right))).toEqual(['import']);
});

it('a key is valid before the moment at which it runs out, and nobody’s from then on', async () => {
  const key = 'b'.repeat(40);
  const made = { name: 'short', madeBy: 'test', madeAt: NOW, hash: sha256(key), scopes: ['import'] };
  const [row] = await records
    .insert(apiKey)
    .values({ ...made, expiresAt: new Date('2026-11-04T10:00:00Z') })
    .returning({ id: apiKey.apiKeyId });
  const at = async (when: string) => [
    await findViewerOfKey(records, `Bearer ${key}`, new Date(when)),
    await findViewerOfKeyId(records, row?.id ?? 0, new Date(when)),
  ];
  expect((await at('2026-11-04T09:59:59Z')).map((viewer) => viewer?.name)).toEqual(['short', 'short']);
  expect(await at('2026-11-04T10:00:00Z')).toEqual([null, null]);
});

it('hashes are compared whole, and what is no hash is like none', () => {
  expect(isSameHash(sha256('a'), sha256('a'))).toBe(true);
  expect(isSameHash(sha256('a'), sha256('b'))).toBe(false);
  expect(isSameHash('', '')).toBe(false);
  expect(isSameHash(sha256('a'), sha256('a').slice(0, 32))).toBe(false);
});

async function lastUse(): Promise<Date | null | undefined> {
  const [row] = await records
    .select({ at: apiKey.lastUsedAt })
    .from(apiKey)
    .where(eq(apiKey.hash, sha256(KEY)));
  return row?.at;
}
