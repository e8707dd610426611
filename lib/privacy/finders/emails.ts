import type { Found } from './found.ts';

/** E-mail addresses, also those that somebody spelled out with "(at)" and "(dot)". */
export function findEmails(text: string): Found[] {
  return [...written(text), ...spelled(text)];
}

/** From each @ to both sides: a pattern would begin at every letter of a long word. */
function written(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL_END.exec(text.slice(Math.max(0, at - MOST_LOCAL), at))?.[0] ?? '';
    const domain = (DOMAIN.exec(text.slice(at + 1, at + 1 + MOST_DOMAIN))?.[0] ?? '').replace(TABLES, '');
    if (local === '' || !isDomain(domain)) continue;
    const start = at - local.length;
    const end = at + 1 + domain.length;
    found.push({ start, end, key: text.slice(start, end).toLowerCase() });
  }
  return found;
}

const MOST_LOCAL = 64;
const MOST_DOMAIN = 254;
const LOCAL_END = /[\p{L}\p{N}_][\p{L}\p{N}_.+%'’-]*$/u;
const DOMAIN = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
/** A file called after somebody. */
const TABLES = /\.(?:csv|tsv|txt|xlsx?|json|zip|gz)$/i;
/** `photo@2x.png` is a picture. */
const FILES = /\.(?:png|jpe?g|gif|svg|webp|pdf|css|js)$/i;

function isDomain(domain: string): boolean {
  return /\.\p{L}[\p{L}\p{N}-]*\p{L}$/u.test(domain) && !FILES.test(domain);
}

function spelled(text: string): Found[] {
  if (!/at[)\]]/i.test(text)) return [];
  return [...text.matchAll(SPELLED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: match[0].toLowerCase().replace(/\s+|[[\]()]/g, ''),
  }));
}

const SPELLED =
  /(?<![\w.+-])[\w.+-]{1,64} ?[[(]at[\])] ?[\w-]{1,63}(?:(?:\.| ?[[(]dot[\])] ?)(?=[\w-]*[a-z])[\w-]{1,63}){1,4}/gi;
