import { type Found, groupAtEnd } from './found.ts';
import { BY_SHAPE, BY_WORD } from './id-rules.ts';

/**
 * Numbers of people: social security, tax, identity card, passport, licence. Some are known by their shape and check
 * digits alone, the others only after the word that names them.
 */
export function findNationalIds(text: string, country: string): Found[] {
  const found: Found[] = [];
  for (const { pattern, at, passes } of BY_SHAPE) {
    if (at && !at.includes(country)) continue;
    for (const match of text.matchAll(pattern)) {
      if (passes(match[0].replace(/[\s./-]/g, '').toUpperCase())) found.push(toFound(match[0], match.index));
    }
  }
  for (const match of text.matchAll(BY_WORD)) {
    const { start, value } = groupAtEnd(match, 'value');
    if (value.replace(/\D/g, '').length >= 4) found.push(toFound(value, start));
  }
  return found;
}

function toFound(written: string, start: number): Found {
  return { start, end: start + written.length, key: written.replace(/[\s./-]/g, '').toUpperCase() };
}
