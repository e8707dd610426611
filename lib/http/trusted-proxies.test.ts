import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInNetwork, isNetwork, toAddressBytes } from './ip-network.ts';
import { clientAddress } from './trusted-proxies.ts';

const PROXIES = ['10.0.0.0/8', '127.0.0.1'];

describe('where a request came from', () => {
  it.each([
    ['192.0.2.7', null, '192.0.2.7'],
    ['192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', null, '10.1.2.3'],
    ['10.1.2.3', '', '10.1.2.3'],
    ['10.1.2.3', 'unknown', '10.1.2.3'],
    ['10.1.2.3', '203.0.113.9, made up, 10.4.4.4', '10.4.4.4'],
    ['10.1.2.3', '2001:db8::7', '2001:db8::7'],
  ])('connected from %s, which says %j: %s', (connection, forwardedFor, address) => {
    expect(clientAddress(connection, forwardedFor, PROXIES)).toBe(address);
  });

  it('without trusted proxies nothing that is said counts', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.string(), (connection, said) => {
        expect(clientAddress(connection, said, [])).toBe(connection);
      }),
    );
  });

  it('whatever a client writes before it, what the trusted proxy saw counts', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(clientAddress('10.0.0.1', `${written}, 198.51.100.1`, PROXIES)).toBe('198.51.100.1');
      }),
    );
  });
});

describe('addresses and networks', () => {
  it.each([
    ['10.255.0.1', '10.0.0.0/8', true],
    ['11.0.0.1', '10.0.0.0/8', false],
    ['192.0.2.130', '192.0.2.128/25', true],
    ['192.0.2.127', '192.0.2.128/25', false],
    ['192.0.2.7', '0.0.0.0/0', true],
    ['2001:db8:1::9', '2001:db8::/32', true],
    ['2001:db9::9', '2001:db8::/32', false],
    ['::1', '::1', true],
    ['127.0.0.1', '::1', false],
  ])('%s in %s: %s', (address, network, answer) => {
    expect(isInNetwork(address, network)).toBe(answer);
  });

  it.each([
    '',
    'localhost',
    '256.1.1.1',
    '1.2.3',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    ':::',
    '1::2::3',
    '2001:db8::/129',
    '12345::',
  ])('%j is none', (text) => {
    expect(isNetwork(text)).toBe(false);
  });

  it('every IPv6 address has 16 bytes, however it is shortened', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect([4, 16]).toContain(toAddressBytes(address)?.length ?? (address.includes('.') ? 4 : 0));
      }),
    );
    expect(toAddressBytes('::')).toEqual(Array(16).fill(0));
    expect(toAddressBytes('2001:db8::7')?.slice(0, 4)).toEqual([0x20, 0x01, 0x0d, 0xb8]);
  });
});
