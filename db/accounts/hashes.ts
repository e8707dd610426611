import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 in hex: for secrets of full entropy (tokens, keys) and for names that need not be kept, never for passwords. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares two hashes in a time that does not tell where they part. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}
