import { expect, it } from 'vitest';
import { originProblem, type RequestSource, senderProblem } from './origin.ts';

const local = { url: null, allowHttp: false };
const open = { url: null, allowHttp: true };
const published = { url: 'https://lookback.example.com', allowHttp: false };
const own: RequestSource = {
  origin: 'http://127.0.0.1:3000',
  host: '127.0.0.1:3000',
  fetchSite: 'same-origin',
};

it('a form of our own page passes, also from a browser without Sec-Fetch-Site', () => {
  expect(originProblem(own, local)).toBeNull();
  expect(originProblem({ ...own, fetchSite: null }, local)).toBeNull();
  expect(
    originProblem({ ...own, origin: 'http://localhost:3000', host: 'localhost:3000' }, local),
  ).toBeNull();
});

it.each([
  ['another site', { ...own, origin: 'https://elsewhere.example', fetchSite: 'cross-site' }],
  [
    'another site in a browser without Sec-Fetch-Site',
    { ...own, origin: 'https://elsewhere.example', fetchSite: null },
  ],
  ['another port of this machine', { ...own, origin: 'http://127.0.0.1:4000', fetchSite: 'same-site' }],
  ['no origin', { ...own, origin: null }],
  ['no origin and no Sec-Fetch-Site', { ...own, origin: null, fetchSite: null }],
  ['the origin null, as a sandboxed frame sends it', { ...own, origin: 'null' }],
  ['an address typed by hand', { ...own, fetchSite: 'none' }],
  ['no host', { ...own, host: null }],
])('%s is refused', (_, source) => {
  expect(originProblem(source, local)).toMatch(/did not come from a page of Lookback/);
});

it('a name that was bent to this machine is refused, since it is not one of its names', () => {
  const rebound = { ...own, origin: 'http://rebound.example:3000', host: 'rebound.example:3000' };
  expect(originProblem(rebound, local)).toMatch(/this machine only/);
});

it('plain http over a network passes only where it is allowed', () => {
  const network = { ...own, origin: 'http://192.0.2.7:3000', host: '192.0.2.7:3000' };
  expect(originProblem(network, local)).toMatch(/LOOKBACK_ALLOW_HTTP/);
  expect(originProblem(network, open)).toBeNull();
});

it('with a public address only that one passes, whatever Host says', () => {
  const behindProxy = {
    origin: 'https://lookback.example.com',
    host: '127.0.0.1:3000',
    fetchSite: 'same-origin',
  };
  expect(originProblem(behindProxy, published)).toBeNull();
  expect(originProblem(own, published)).toMatch(/belongs to https:\/\/lookback\.example\.com/);
});

it('what is read and put on record is refused to a page of another site, and passes from here or typed', () => {
  expect(['cross-site', 'same-site'].map(senderProblem)).toEqual(
    Array(2).fill(expect.stringMatching(/did not come/)),
  );
  expect(['same-origin', 'none', null].map(senderProblem)).toEqual([null, null, null]);
});
