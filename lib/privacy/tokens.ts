import { PII_TYPES, type PiiType } from './pii-types.ts';

/** `[PHONE-1]`: the first phone number of a narrative, wherever it stands in it. */
export function toToken(type: PiiType, number: number): string {
  return `[${type}-${number}]`;
}

/** What Lookback or another system has put in the place of a value: `[PHONE-1]`, `[EMAIL]`, `<NAME>`, `{{card_number}}`. */
const FOREIGN =
  /\[[A-Z][A-Z_ -]{1,30}\d{0,6}\]|<[A-Z][A-Z_-]{2,30}\d{0,6}>|\{\{? ?[A-Za-z_-]{2,30}\d{0,6} ?\}\}?/g;

/** Where tokens stand that were there before. */
export function findForeignTokens(text: string): { start: number; end: number }[] {
  if (!/[[<{]/.test(text)) return [];
  return [...text.matchAll(FOREIGN)].map(({ index, 0: token }) => ({
    start: index,
    end: index + token.length,
  }));
}

/** The text with something else in the place of each token, Lookback's own and those that were there before. */
export function replaceTokens(text: string, by: (token: string) => string): string {
  return /[[<{]/.test(text) ? text.replace(FOREIGN, by) : text;
}

const OWN = new RegExp(`\\[(${PII_TYPES.join('|')})-(\\d{1,6})\\]`, 'g');

/** Lookback's own tokens in a text, with their places. */
export function findTokens(text: string): { type: PiiType; number: number; start: number; end: number }[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(OWN)].map((match) => ({
    type: match[1] as PiiType,
    number: Number(match[2]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a value is nothing but a token: it says of nobody who they are. */
export function isToken(value: string): boolean {
  const [token] = findTokens(value.trim());
  return token !== undefined && token.end - token.start === value.trim().length;
}
