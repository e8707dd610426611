import { createHash } from 'node:crypto';

const LONGEST = 50;

/**
 * The id of a product from the source's words. Words that differ only in case, accents, spaces and punctuation are
 * the same product; where more is lost, a digest keeps different words apart.
 */
export function toProductId(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  const isWhole = !/[^\p{ASCII}]/u.test(plain) && slug.length <= LONGEST && slug !== '' && slug !== 'unknown';
  if (isWhole) return slug;
  const digest = createHash('sha256').update(plain).digest('hex').slice(0, 8);
  return `${slug.slice(0, LONGEST) || 'product'}_${digest}`;
}
