import { beforeEach, expect, it } from 'vitest';
import { signInThrottle } from '@/db/schema/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { TooMany } from '@/lib/errors.ts';
import { QUOTAS } from '@/lib/http/quotas.ts';
import { forgetCounters } from './counters.ts';
import { takeQuota, takeStrangersQuota } from './quota.ts';
import { takeAttempt } from './throttle.ts';

const { records } = await testDatabase();
beforeEach(() => records.delete(signInThrottle));
const START = new Date('2026-11-03T10:00:00Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const { most } = QUOTAS.export;

const take = (actor: string, seconds: number) => takeQuota(records, 'export', actor, after(seconds));
async function takeMany(actor: string, count: number, seconds: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await take(actor, seconds);
}
const waitOf = (asked: Promise<void>) =>
  asked.then(
    () => 0,
    (error: unknown) => (error instanceof TooMany ? error.retryAfterSeconds : error),
  );

it('30 exports pass in a minute, the next waits for its end, and then 30 pass again', async () => {
  await takeMany('account:1', most - 1, 0);
  await take('account:1', 20);
  expect(await waitOf(take('account:1', 20))).toBe(40);
  expect(await waitOf(take('account:1', 59.5))).toBe(1);
  await takeMany('account:1', most, 60);
  expect(await waitOf(take('account:1', 60))).toBe(60);
});

it('each account or key has its own, and so has each kind', async () => {
  await takeMany('account:1', most, 0);
  expect(await waitOf(take('account:1', 1))).toBe(59);
  expect(await waitOf(take('key:1', 1))).toBe(0);
  expect(await waitOf(takeQuota(records, 'report', 'account:1', after(1)))).toBe(0);
});

it('of 40 at once 30 pass, however they are interleaved', async () => {
  const waits = await Promise.all(Array.from({ length: most + 10 }, () => waitOf(take('account:2', 0))));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(most);
});

it('strangers are counted by address, an IPv6 one by its network, and do not slow the sign-in down', async () => {
  for (let turn = 0; turn < QUOTAS.stranger.most; turn += 1) {
    await takeStrangersQuota(records, `2001:db8::${turn.toString(16)}`, START);
  }
  expect(await waitOf(takeStrangersQuota(records, '2001:db8::ffff', START))).toBe(60);
  expect(await waitOf(takeStrangersQuota(records, '2001:db8:0:1::1', START))).toBe(0);
  expect(await waitOf(takeStrangersQuota(records, null, START))).toBe(0);
  expect(await takeAttempt(records, { email: 'one@example.com', address: '2001:db8::1' }, START)).toBe(0);
});

it('nobody is named where it is counted, and what was counted a day ago is forgotten', async () => {
  await take('account:1', 0);
  await take('account:2', 86_400);
  expect(JSON.stringify(await records.select().from(signInThrottle))).not.toContain('account');
  await forgetCounters(records, after(1));
  expect(await records.select().from(signInThrottle)).toHaveLength(1);
});
