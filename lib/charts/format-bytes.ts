import { formatDecimal } from './format.ts';

const NBSP = '\u00a0';

/** The size of a file: "812 B", "3.9 MB", in units of 1,000. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}${NBSP}B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${formatDecimal(size, size < 100 ? 1 : 0)}${NBSP}${unit}`;
}
