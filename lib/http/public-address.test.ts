import { expect, it } from 'vitest';
import { publicAddress } from './public-address.ts';

it.each([
  [{ url: 'https://lookback.example.com', host: '0.0.0.0', port: 3000 }, 'https://lookback.example.com'],
  [{ url: null, host: '127.0.0.1', port: 3000 }, 'http://127.0.0.1:3000'],
  [{ url: null, host: '0.0.0.0', port: 8080 }, 'http://localhost:8080'],
  [{ url: null, host: '::1', port: 3000 }, 'http://[::1]:3000'],
])('%j is opened at %s', (settings, address) => {
  expect(publicAddress(settings)).toBe(address);
});
