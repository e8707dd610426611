import { beforeEach, expect, it } from 'vitest';
import { findViewerOfKey } from '@/db/accounts/api-keys.ts';
import { spendSetUpToken } from '@/db/accounts/set-up-link.ts';
import { signIn } from '@/db/accounts/sign-in.ts';
import { removeSample } from '@/db/commands/remove-sample.ts';
import { hasIncidents } from '@/db/queries/sample.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { user } from '@/db/schema/accounts.ts';
import { incident } from '@/db/schema/incidents.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { testAccounts } from '@/db/testing/accounts.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { prepareFirstRun } from './first-run.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-03T10:00:00Z');
const ADMIN = { email: 'admin@example.com', password: 'seven bridges, one river' };
const settings = {
  url: null,
  host: '127.0.0.1',
  port: 3000,
  firstAdmin: null,
  initApiKey: null,
  sample: false,
  timeZone: null,
  country: null,
};

beforeEach(async () => {
  await records.delete(user);
  await records.delete(workspace);
  await records.delete(incident);
});

it('without an account the console is given a link that works', async () => {
  const [, link = ''] = await prepareFirstRun(records, settings, NOW);
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-up\?token=[\w-]{43}$/);
  expect(await spendSetUpToken(records, new URL(link).searchParams.get('token') ?? '', NOW)).toBe(true);
});

it('the link leads to the public address where there is one', async () => {
  const [, link] = await prepareFirstRun(records, { ...settings, url: 'https://lookback.example.com' }, NOW);
  expect(link).toMatch(/^https:\/\/lookback\.example\.com\/set-up\?token=/);
});

it('an account by the settings signs in, with the zone, country and currency that go with them', async () => {
  const given = { ...settings, firstAdmin: ADMIN, timeZone: 'Europe/Zurich', country: 'CH' };
  expect(await prepareFirstRun(records, given, NOW)).toHaveLength(1);
  expect(await findWorkspace(records)).toMatchObject({
    timeZone: 'Europe/Zurich',
    country: 'CH',
    currency: 'CHF',
  });
  const from = { headers: new Headers(), address: null };
  expect((await signIn(testAccounts(records), ADMIN, from, NOW)).outcome).toBe('signed_in');
});

it('without a zone and a country it takes UTC, US and USD, and says so', async () => {
  const lines = await prepareFirstRun(records, { ...settings, firstAdmin: ADMIN }, NOW);
  expect(lines[1]).toMatch(/time zone UTC, the country US and the currency USD/);
});

it('the next start makes no second account and prints nothing', async () => {
  await prepareFirstRun(records, { ...settings, firstAdmin: ADMIN }, NOW);
  const again = { ...settings, firstAdmin: { ...ADMIN, email: 'other@example.com' } };
  expect(await prepareFirstRun(records, again, NOW)).toEqual([]);
  expect(await records.$count(user)).toBe(1);
});

it('a common password is refused by the name of its setting', async () => {
  const common = { ...settings, firstAdmin: { ...ADMIN, password: 'password1234' } };
  await expect(prepareFirstRun(records, common, NOW)).rejects.toThrow(
    /LOOKBACK_INIT_PASSWORD: This is one of/,
  );
  expect(await records.$count(user)).toBe(0);
});

it('a key by the settings reads, before anybody has signed in', async () => {
  const initApiKey = 'Zm9yIHRlc3RzIG9ubHksIDMyIGJ5dGVzIG9mIGl0Lg';
  await prepareFirstRun(records, { ...settings, initApiKey }, NOW);
  expect(await findViewerOfKey(records, `Bearer ${initApiKey}`, NOW)).toMatchObject({ name: 'First key' });
});

const WITH_SAMPLE = {
  ...settings,
  firstAdmin: ADMIN,
  timeZone: 'Europe/Zurich',
  country: 'CH',
  sample: true,
};
const VIEWER: Viewer = { actor: 'account 1', roles: ['admin'], teams: 'all' };

it('the sample that the settings wish for is loaded on the first start, and not again once it was removed', async () => {
  const [, line = ''] = await prepareFirstRun(records, WITH_SAMPLE, NOW, 300);
  const said = /^The sample of (\d+) incidents was loaded by LOOKBACK_SAMPLE\.$/.exec(line);
  expect(await records.$count(incident)).toBe(Number(said?.[1]));
  expect(await prepareFirstRun(records, WITH_SAMPLE, NOW, 300)).toEqual([]);
  expect(await removeSample(records, VIEWER)).toBe(Number(said?.[1]));
  expect(await prepareFirstRun(records, WITH_SAMPLE, NOW, 300)).toEqual([]);
  expect(await hasIncidents(records)).toBe(false);
});

it('the sample that the settings wish for stays out where there are incidents already, and the console says why', async () => {
  await makeIncidents(records, [{ at: '2026-01-05T10:00' }]);
  const [, line] = await prepareFirstRun(records, WITH_SAMPLE, NOW, 300);
  expect(line).toBe(
    'LOOKBACK_SAMPLE loaded nothing: there are incidents already, and the figures of both would mix.',
  );
  expect(await records.$count(incident)).toBe(1);
  expect(await records.$count(user)).toBe(1);
});

it('the sample waits for somebody to set up Lookback where the settings name nobody', async () => {
  await prepareFirstRun(records, { ...settings, sample: true }, NOW, 300);
  expect(await hasIncidents(records)).toBe(false);
});
