import { findAccounts } from './finders/accounts.ts';
import { findAddresses } from './finders/addresses.ts';
import { findBirthDates } from './finders/birth-dates.ts';
import { findCards } from './finders/cards.ts';
import { findEmails } from './finders/emails.ts';
import type { Finder, Found } from './finders/found.ts';
import { findIbans } from './finders/ibans.ts';
import { findInternetAddresses } from './finders/internet-addresses.ts';
import { findLinks } from './finders/links.ts';
import { findNames } from './finders/names.ts';
import { findNationalIds } from './finders/national-ids.ts';
import { findPhones } from './finders/phones.ts';
import type { PiiType } from './pii-types.ts';
import { apart, cover } from './places.ts';
import { findForeignTokens } from './tokens.ts';

export interface FoundPii extends Found {
  type: PiiType;
}

/**
 * What in a text is personal, in the order of the text. The surer kinds go first and what they have found is out of
 * reach for the others; so is what another system has made unreadable.
 */
export function findPii(text: string, country: string): FoundPii[] {
  // One word without a digit can be none of them; most cells of a file are that.
  if (!/[\s\d@/=]/.test(text)) return [];
  if (text.length > SHORT) return search(text, country);
  if (clean.country === country && clean.texts.has(text)) return [];
  const found = search(text, country);
  if (found.length === 0) noteClean(text, country);
  return found;
}

/** Short cells come back a thousand times: those in which nothing was found are remembered, never the others. */
const clean = { country: '', texts: new Set<string>() };
const SHORT = 80;
const MOST_CLEAN = 5000;

function noteClean(text: string, country: string): void {
  if (clean.country !== country || clean.texts.size >= MOST_CLEAN) clean.texts.clear();
  clean.country = country;
  clean.texts.add(text);
}

function search(text: string, country: string): FoundPii[] {
  let open = cover(text, findForeignTokens(text));
  const all: FoundPii[] = [];
  const hasDigits = /\d/.test(text);
  for (const { type, find, needsDigits } of FINDERS) {
    if (needsDigits && !hasDigits) continue;
    const found = apart(find(open, country));
    if (found.length === 0) continue;
    open = cover(open, found);
    for (const one of found) all.push({ ...one, type });
  }
  return all.sort((one, other) => one.start - other.start);
}

const FINDERS: readonly { type: PiiType; find: Finder; needsDigits: boolean }[] = [
  { type: 'URL', find: findLinks, needsDigits: false },
  { type: 'EMAIL', find: findEmails, needsDigits: false },
  { type: 'IBAN', find: findIbans, needsDigits: true },
  { type: 'CARD', find: findCards, needsDigits: true },
  { type: 'BIRTH', find: findBirthDates, needsDigits: true },
  { type: 'IP', find: findInternetAddresses, needsDigits: true },
  { type: 'ID', find: findNationalIds, needsDigits: true },
  { type: 'ACCOUNT', find: findAccounts, needsDigits: false },
  { type: 'ADDRESS', find: findAddresses, needsDigits: true },
  { type: 'PHONE', find: findPhones, needsDigits: true },
  { type: 'NAME', find: findNames, needsDigits: false },
];
