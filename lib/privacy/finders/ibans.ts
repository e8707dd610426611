import type { Found } from './found.ts';

/** IBANs by the length of their country and their check digits (ISO 13616), with or without spaces. */
export function findIbans(text: string): Found[] {
  return [...text.matchAll(/(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?=[ \u00a0-]?[A-Z0-9])/gi)].flatMap((match) => {
    const length = LENGTHS[match[0].slice(0, 2).toUpperCase()];
    const taken = length ? take(text, match.index, length) : null;
    return taken && mod97(taken.key) === 1 ? [taken] : [];
  });
}

/** So many letters and digits from a place on, at most one separator between two; null where they end before. */
function take(text: string, start: number, length: number): Found | null {
  let key = '';
  let at = start;
  while (key.length < length) {
    if (/[ \u00a0-]/.test(text.charAt(at)) && key.length > 0) at++;
    const letter = text.charAt(at);
    if (!/^[A-Z0-9]$/i.test(letter)) return null;
    key += letter.toUpperCase();
    at++;
  }
  return /[A-Z0-9]/i.test(text.charAt(at)) ? null : { start, end: at, key };
}

function mod97(iban: string): number {
  let rest = 0;
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** Of the IBAN registry: how long an IBAN of each country is. */
const LENGTHS: Record<string, number> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18
  FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20
  LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24
  SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
