import { expect, it } from 'vitest';
import { packAddresses } from './pack-addresses.ts';

const kept = { address: '/patterns?period=all', report: 'R-2026-0147' };

it('on paper an address begins with the host where that is known', () => {
  expect(packAddresses({ ...kept, origin: 'https://lookback.example.org' })).toEqual({
    asNow: 'https://lookback.example.org/patterns?period=all',
    asItWas: 'https://lookback.example.org/reports/R-2026-0147',
  });
});

it('and is the path alone where it is not, or in a pack from before', () => {
  const plain = { asNow: '/patterns?period=all', asItWas: '/reports/R-2026-0147' };
  expect([packAddresses({ ...kept, origin: null }), packAddresses(kept)]).toEqual([plain, plain]);
  expect(packAddresses({ ...kept, report: null }).asItWas).toBeNull();
});
