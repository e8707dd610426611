import { expect, it } from 'vitest';
import { workspace } from '@/db/schema/organisation.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { DEFAULT_CARDS, DEFAULT_SETTINGS } from '@/lib/workspace/workspace-settings.ts';
import { findWorkspaceSettings } from './workspace-settings.ts';

const { records } = await testDatabase();

it('before the set-up, and right after it, everything is at its default', async () => {
  expect(await findWorkspaceSettings(records)).toEqual(DEFAULT_SETTINGS);
  await makeWorkspace(records);
  expect(await findWorkspaceSettings(records)).toMatchObject({ cardMeasures: DEFAULT_CARDS });
});

it('the cards are those that were chosen, in their order', async () => {
  const chosen = [...DEFAULT_CARDS].reverse();
  await records.update(workspace).set({ settings: { cardMeasures: chosen } });
  expect(await findWorkspaceSettings(records)).toMatchObject({ cardMeasures: chosen });
});
