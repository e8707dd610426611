import { passesLuhn } from './check-digits.ts';
import type { Found } from './found.ts';

/** Card numbers by their issuer's first digits, length, grouping and Luhn's check digit. */
export function findCards(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(RUN)) {
    let from = match.index;
    // A run may hold more than the card: a number before it, the expiry after it.
    while (from < match.index + match[0].length) {
      const card = cardAt(text, from, match.index + match[0].length);
      if (card) found.push(card);
      from = card ? card.end : nextGroup(text, from);
    }
  }
  return found;
}

const RUN = /(?<![\p{L}\d.,])\d+(?:[ \u00a0-]\d+)*(?![\p{L}\d])/gu;
/** As they are printed: in fours, as American Express, as Diners Club, with three more; or in one. */
const SHAPES = [
  /\d{13,19}/y,
  /\d{4}([ \u00a0-])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?/y,
  /\d{4}([ \u00a0-])\d{6}\1\d{4,5}/y,
];

function cardAt(text: string, start: number, limit: number): Found | null {
  for (const shape of SHAPES) {
    shape.lastIndex = start;
    const written = shape.exec(text)?.[0];
    if (!written || start + written.length > limit || /\d/.test(text.charAt(start + written.length)))
      continue;
    const digits = written.replace(/\D/g, '');
    if (isIssued(digits) && passesLuhn(digits)) return { start, end: start + written.length, key: digits };
  }
  return null;
}

function nextGroup(text: string, from: number): number {
  let at = from;
  while (/\d/.test(text.charAt(at))) at++;
  return at + 1;
}

const ISSUERS: readonly (readonly [first: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14, 16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^(?:60|64[4-9]|65|81|82|508)/, [16]],
  [/^220[0-4]/, [16]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:50|5[6-8]|6304|67)/, [16, 18, 19]],
];

function isIssued(digits: string): boolean {
  return ISSUERS.some(([first, lengths]) => lengths.includes(digits.length) && first.test(digits));
}
