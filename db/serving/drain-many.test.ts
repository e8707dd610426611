import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { postDoorman } from './doorman.ts';

const MANY = 200;

test('of 200 requests in flight when the program ends, 200 are answered and 0 fail; the next one is not taken', async () => {
  const doorman = postDoorman({ url: null, trustedProxies: [] });
  const answers: (() => void)[] = [];
  let allArrived = () => {};
  const arrived = new Promise<void>((resolve) => {
    allArrived = resolve;
  });
  const server = createServer((_, response) => {
    answers.push(() => response.end('answered'));
    if (answers.length === MANY) allArrived();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', MANY, resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const asked = Array.from({ length: MANY }, async () => (await fetch(url)).text());
  await arrived;
  const drained = doorman.drain(30_000);
  await expect(fetch(url)).rejects.toThrow();
  for (const answer of answers) answer();
  expect(await Promise.all(asked)).toEqual(Array(MANY).fill('answered'));
  await drained;
});

test('an answer that never comes holds the end up no longer than it was given', async () => {
  const doorman = postDoorman({ url: null, trustedProxies: [] });
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const server = createServer(() => arrive());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const never = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await arrived;
  await doorman.drain(20);
  server.closeAllConnections();
  await expect(never).rejects.toThrow();
});
