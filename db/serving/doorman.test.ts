import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { postDoorman, replaceHeaders } from './doorman.ts';

const doorman = postDoorman({ url: null, trustedProxies: [] });
let seen: IncomingHttpHeaders = {};
let arrive = (_answer: () => void) => {};
const slowArrived = new Promise<() => void>((resolve) => {
  arrive = resolve;
});
const server = createServer((request, response) => {
  seen = request.headers;
  const answer = () => response.end('answered');
  if (request.url === '/slow') arrive(answer);
  else answer();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

afterAll(() => {
  server.close();
});

it('a request carries the address of its socket, whatever it claims', async () => {
  await fetch(url, {
    headers: {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'elsewhere.example',
      'x-real-ip': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      'x-lookback-address': '203.0.113.9',
      'x-lookback-path': '/elsewhere',
      accept: 'text/html',
    },
  });
  expect(seen['x-lookback-address']).toBe('127.0.0.1');
  expect(JSON.stringify(seen)).not.toMatch(/203\.0\.113\.9|elsewhere/);
  expect(seen.accept).toBe('text/html');
});

it('where the public address is set, it is the host and the protocol', () => {
  const headers: IncomingHttpHeaders = { host: '127.0.0.1:3000', 'x-forwarded-proto': 'http' };
  replaceHeaders(headers, '192.0.2.1', { url: 'https://lookback.example.com', trustedProxies: [] });
  expect(headers).toEqual({
    host: 'lookback.example.com',
    'x-forwarded-proto': 'https',
    'x-lookback-address': '192.0.2.1',
  });
});

it('behind a trusted proxy a request carries the address that the proxy saw, and not what was written before it', () => {
  const headers: IncomingHttpHeaders = { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' };
  replaceHeaders(headers, '10.0.0.5', { url: null, trustedProxies: ['10.0.0.0/8'] });
  expect(headers).toEqual({ 'x-lookback-address': '198.51.100.1' });
});

it('draining waits for the answer that is on its way, and takes nobody else', async () => {
  const slow = fetch(`${url}/slow`);
  const answer = await slowArrived;
  const drained = doorman.drain(10_000);
  await expect(fetch(url)).rejects.toThrow();
  answer();
  expect(await (await slow).text()).toBe('answered');
  await drained;
});
