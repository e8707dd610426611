import { expect, it } from 'vitest';
import { addAccount } from '@/db/accounts/add-account.ts';
import { accountActor } from '@/db/accounts/scope.ts';
import { listLookOf } from '@/db/reports/list-look.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';
import { DEFAULT_LIST_PREFERENCES, type ListPreferences } from '@/lib/preferences/list-columns.ts';
import { chooseListLook } from './choose-list-look.ts';

const { records } = await testDatabase();
const LOOK: ListPreferences = { columns: ['team', 'trigger'], density: 'compact', rows: 200 };

async function somebody(name: string): Promise<Viewer> {
  const entry = {
    name,
    email: `${name}@example.org`,
    password: 'a quiet word at noon',
    roles: ['qa' as const],
  };
  const id = await addAccount(records, entry, new Date('2026-11-22T10:00:00Z'));
  return { actor: accountActor(id), roles: ['qa'], teams: 'all' };
}

it('what somebody chooses for the list is theirs alone, and the last choice stands', async () => {
  const [ann, bo] = [await somebody('ann'), await somebody('bo')];
  expect(await listLookOf(ann, records)).toEqual(DEFAULT_LIST_PREFERENCES);
  await chooseListLook(records, ann, { ...LOOK, columns: [] });
  await chooseListLook(records, ann, LOOK);
  expect(await listLookOf(ann, records)).toEqual(LOOK);
  expect(await listLookOf(bo, records)).toEqual(DEFAULT_LIST_PREFERENCES);
  await chooseListLook(records, ann, DEFAULT_LIST_PREFERENCES);
  expect(await listLookOf(ann, records)).toEqual(DEFAULT_LIST_PREFERENCES);
});

it('programs have nothing to look at: they choose nothing', async () => {
  const key: Viewer = { actor: 'key:1', roles: [], scopes: ['read_incidents'], teams: 'all' };
  await expect(chooseListLook(records, key, LOOK)).rejects.toThrow(Forbidden);
  expect(await listLookOf(key, records)).toEqual(DEFAULT_LIST_PREFERENCES);
});
