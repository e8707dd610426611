import type { Found } from './found.ts';

/** Addresses of pages that carry a key to something or name a person. Other links stay readable. */
export function findLinks(text: string): Found[] {
  if (!/:\/\/|www\./i.test(text)) return [];
  return [...text.matchAll(/(?:https?:\/\/|(?<![\w.])www\.)[^\s<>"“”„`]+/gi)].flatMap((match) => {
    const link = match[0].replace(/[.,;:!?)\]}'’…]{1,20}$/, '');
    return isPrivate(link) ? [{ start: match.index, end: match.index + link.length, key: link }] : [];
  });
}

function isPrivate(link: string): boolean {
  if (/@|%40/.test(link)) return true;
  const asked = link.search(/[?#;]/);
  const path = asked < 0 ? link : link.slice(0, asked);
  return path.split('/').slice(1).some(isOpaque) || (asked >= 0 && hasSecret(link.slice(asked)));
}

function hasSecret(query: string): boolean {
  return query.split(/[?#&;/]/).some((pair) => {
    const equals = pair.indexOf('=');
    if (equals <= 0 || equals > 60 || equals === pair.length - 1) return false;
    return SECRETS.test(
      pair
        .slice(0, equals)
        .replace(/[^a-z0-9]+/gi, '')
        .toLowerCase(),
    );
  });
}

const SECRETS =
  /token|secret|passw|^pwd$|passcode|apikey|accesskey|authkey|^key$|sig$|signature|^auth$|^access$|^code$|invitecode|jwt|sessid|session|^sid$|^otp$|^ott$|^hash$|^sas$|magic|^email$|^e?mail$|^phone$/;

/** A part of the path that nobody typed: a long mixture of letters and digits, or a signed token. */
function isOpaque(part: string): boolean {
  if (part.startsWith('eyJ') || /[0-9a-f]{24,}/i.test(part) || UUID.test(part)) return true;
  return /^\w{20,}$/.test(part) && /[a-z]/i.test(part) && part.replace(/\D/g, '').length >= 3;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
