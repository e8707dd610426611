import { expect, it } from 'vitest';
import { signInThrottle } from '@/db/schema/accounts.ts';
import { makeAccount, PASSWORD, testAccounts } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { signIn } from './sign-in.ts';
import { forgiveAttempt, takeAttempt } from './throttle.ts';

const { records } = await testDatabase();
const START = new Date('2026-11-03T10:00:00Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);

it('five attempts pass at once, the sixth waits 2 s, and what waited did not count', async () => {
  const attempter = { email: 'one@example.com', address: null };
  expect(await takeMany(5, attempter)).toEqual([0, 0, 0, 0, 0]);
  expect(await takeMany(3, attempter)).toEqual([2, 2, 2]);
  expect(await takeAttempt(records, attempter, after(2))).toBe(0);
  expect(await takeAttempt(records, attempter, after(2))).toBe(4);
});

it('of ten attempts in the same moment five pass, however they are interleaved', async () => {
  const attempter = { email: 'many@example.com', address: null };
  const waits = await Promise.all(Array.from({ length: 10 }, () => takeAttempt(records, attempter, START)));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
});

it('of two people at one address at the same time neither waits, though the one who began 5 ms earlier is counted last', async () => {
  const address = '192.0.2.77';
  const at = (email: string, when: Date) => takeAttempt(records, { email, address }, when);
  expect(await at('later@example.com', after(0.005))).toBe(0);
  expect(await at('earlier@example.com', after(0))).toBe(0);
  await forgiveAttempt(records, { email: 'later@example.com', address });
  expect(await at('third@example.com', after(0.002))).toBe(0);
});

it('nobody is locked out: after 40 failures the wait is 300 s and then an attempt passes', async () => {
  const attempter = { email: 'guessed@example.com', address: null };
  let seconds = 0;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const wait = await takeAttempt(records, attempter, after(seconds));
    expect(wait).toBeLessThanOrEqual(300);
    seconds += wait;
  }
  expect(await takeAttempt(records, attempter, after(seconds + 300))).toBe(0);
});

it('an address that tries 20 accounts waits too', async () => {
  const address = '192.0.2.7';
  const waits: number[] = [];
  for (let account = 0; account < 21; account += 1) {
    waits.push(await takeAttempt(records, { email: `spread-${account}@example.com`, address }, START));
  }
  expect(waits).toEqual([...Array(20).fill(0), 2]);
  expect(await takeAttempt(records, { email: 'another@example.com', address: '192.0.2.8' }, START)).toBe(0);
});

it('the right password frees the account, and the address of this one attempt only', async () => {
  const attempter = { email: 'two@example.com', address: '192.0.2.9' };
  await takeMany(5, attempter);
  await forgiveAttempt(records, attempter);
  expect(await takeAttempt(records, attempter, after(1))).toBe(0);
  const rest = await takeMany(16, { email: 'three@example.com', address: '192.0.2.9' }, 2);
  // 5 - 1 + 1 = 5 failures of the address; the account of the others waits from its fifth on.
  expect(rest.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 2]);
});

it('even the right password waits while the account is throttled, and works afterwards', async () => {
  const { email } = await makeAccount(records);
  const accounts = testAccounts(records);
  const from = { headers: new Headers(), address: null };
  await takeMany(5, { email, address: null });
  expect(await signIn(accounts, { email, password: PASSWORD }, from, START)).toEqual({
    outcome: 'wait',
    seconds: 2,
  });
  expect((await signIn(accounts, { email, password: PASSWORD }, from, after(2))).outcome).toBe('signed_in');
});

it('neither an address nor an e-mail can be read in the table', async () => {
  await takeAttempt(records, { email: 'secret@example.com', address: '192.0.2.10' }, START);
  const kept = JSON.stringify(await records.select().from(signInThrottle));
  expect(kept).not.toMatch(/example\.com|192\.0\.2/);
});

async function takeMany(count: number, attempter: { email: string; address: string | null }, seconds = 0) {
  const waits: number[] = [];
  for (let attempt = 0; attempt < count; attempt += 1) {
    waits.push(await takeAttempt(records, attempter, after(seconds)));
  }
  return waits;
}
