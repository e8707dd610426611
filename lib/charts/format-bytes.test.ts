import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [561_354, '561 kB'],
  [3_891_599, '3.9 MB'],
  [1_073_741_824, '1,074 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes).replace('\u00a0', ' ')).toBe(words);
});
