import { expect, it } from 'vitest';
import { rememberedFailures, throttledAddress, waitSeconds } from './back-off.ts';

it('four failures of an account are free, the fifth costs 2 s, and each further one doubles it', () => {
  expect([0, 4, 5, 6, 7, 8, 11, 12].map((failures) => waitSeconds(failures, 'account'))).toEqual([
    0, 0, 2, 4, 8, 16, 128, 256,
  ]);
});

it('no number of failures costs more than 300 s: 2^9 = 512 is cut, and so is a million', () => {
  expect([13, 14, 1_000_000].map((failures) => waitSeconds(failures, 'account'))).toEqual([300, 300, 300]);
});

it('an address, which may be an office, has 19 free failures', () => {
  expect([19, 20, 21].map((failures) => waitSeconds(failures, 'address'))).toEqual([0, 2, 4]);
});

it('failures count until an hour after the last: 59:59 counts, 60:00 does not', () => {
  const counted = { failures: 9, lastFailedAt: new Date('2026-11-03T10:00:00Z') };
  expect(rememberedFailures(counted, new Date('2026-11-03T10:59:59Z'))).toBe(9);
  expect(rememberedFailures(counted, new Date('2026-11-03T11:00:00Z'))).toBe(0);
  expect(rememberedFailures(null, new Date('2026-11-03T11:00:00Z'))).toBe(0);
});

it('two addresses of one IPv6 network are one, two networks are two', () => {
  expect(throttledAddress('2001:db8:0:7::1')).toBe('2001:db8:0:7::/64');
  expect(throttledAddress('2001:0DB8:0000:0007:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:0:7::/64');
  expect(throttledAddress('2001:db8:0:8::1')).not.toBe(throttledAddress('2001:db8:0:7::1'));
  expect(throttledAddress('::1')).toBe('0:0:0:0::/64');
});

it('an IPv4 address is whole, also as a dual-stack socket writes it', () => {
  expect(throttledAddress('192.0.2.7')).toBe('192.0.2.7');
  expect(throttledAddress('::ffff:192.0.2.7')).toBe('192.0.2.7');
});
