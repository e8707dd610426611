import { beforeEach, expect, it } from 'vitest';
import { changeAccount } from '@/db/commands/change-account.ts';
import { disableAccount } from '@/db/commands/disable-account.ts';
import { inviteAccount } from '@/db/commands/invite-account.ts';
import { markAsLeft } from '@/db/commands/mark-as-left.ts';
import { redeemAccountLink } from '@/db/commands/redeem-account-link.ts';
import { accountReport } from '@/db/reports/accounts.ts';
import { user } from '@/db/schema/accounts.ts';
import { makeAccount, PASSWORD } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';

const { records } = await testDatabase();
const BY: Viewer = { actor: 'test', roles: ['admin'], teams: [] };
const now = () => new Date();
let only: string;

beforeEach(async () => {
  await records.delete(user);
  only = (await makeAccount(records, ['qa', 'admin'])).id;
});

/** Everything that would take the role, or the way in, from an account. */
const ways: Record<string, (id: string) => Promise<void>> = {
  disabling: (id) => disableAccount(records, BY, id, now()),
  leaving: (id) => markAsLeft(records, BY, id, now()),
  'another role': async (userId) => {
    const { account } = await accountReport(BY, userId, { record: records });
    const change = {
      userId,
      version: account.version,
      name: 'Ada',
      roles: ['qa' as const],
      teams: [],
      agents: [],
    };
    await changeAccount(records, BY, change, now());
  },
};

it.each(Object.keys(ways))(
  '%s is refused for the last administrator, and works once there is another',
  async (way) => {
    await makeAccount(records, ['qa']);
    await expect(ways[way]?.(only)).rejects.toThrow(/last account that can administer/);
    await makeAccount(records, ['admin']);
    await ways[way]?.(only);
  },
);

it('one who was invited and has not come yet, or is disabled, is no other administrator', async () => {
  const invited = { email: 'new@example.com', name: 'New', roles: ['admin' as const], teams: [], agents: [] };
  const { token } = await inviteAccount(records, BY, invited, now());
  const other = await makeAccount(records, ['admin']);
  await disableAccount(records, BY, other.id, now());
  await expect(disableAccount(records, BY, only, now())).rejects.toThrow(/last account/);
  await redeemAccountLink(records, { token, password: PASSWORD }, now());
  await disableAccount(records, BY, only, now());
});

it('of two administrators who are disabled at once one stays', async () => {
  const other = await makeAccount(records, ['admin']);
  const both = [only, other.id].map((id) => disableAccount(records, BY, id, now()));
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
});
