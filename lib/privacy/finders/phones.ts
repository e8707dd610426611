import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { ORDER_WORD, PHONE_WORD } from './context-words.ts';
import { before, type Found } from './found.ts';

/**
 * Phone numbers: what the numbering plan of the country or of a country code knows, unless the words before it say
 * that it is an order, an invoice or the like. Only text with seven digits in a row is looked at.
 */
export function findPhones(text: string, country: string): Found[] {
  const found: Found[] = [];
  const asked = { country, tries: MOST_TRIES };
  for (const match of text.matchAll(RUN)) {
    if (match[0].length > LONGEST || isOtherNumber(match[0])) continue;
    const context = before(text, match.index);
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
    const phone = phoneIn(match[0], context, rest, asked);
    if (phone) found.push({ ...phone, start: match.index + phone.start, end: match.index + phone.end });
  }
  return found;
}

/** Digits with at most three signs between two of them, which is one number or several in a row. */
const RUN =
  /(?<![\p{L}\d.,#€$£¥@_]|\d[-/])(?:\+ ?|\(\+?)?\d(?:[ \u00a0./()-]{0,3}\d){6,}(?![\p{L}\d%€$£¥_]|[.,]\d)/gu;
const LONGEST = 34;
/** A text of a megabyte may hold a hundred thousand numbers; beyond these, whatever is written like one counts as one. */
const MOST_TRIES = 3000;

/** Dates, with or without a time, and numbers of which all groups are years or amounts of thousands. */
function isOtherNumber(run: string): boolean {
  const parts = run.split(/[ \u00a0]+/);
  return (
    parts.some(isDate) ||
    parts.every((part) => /^(?:19|20)\d\d$/.test(part)) ||
    /^\d{1,3}(?:[ .]000)+$/.test(run)
  );
}

function isDate(part: string): boolean {
  const [one, two, three, ...more] = part.split(/[-./]/).map(Number);
  if (one === undefined || two === undefined || three === undefined || more.length > 0) return false;
  const isDay = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12;
  const isYear = (year: number) => year < 100 || (year >= 1900 && year < 2100);
  return one > 1900
    ? isYear(one) && isDay(three, two)
    : isYear(three) && (isDay(one, two) || isDay(two, one));
}

interface Asked {
  country: string;
  tries: number;
}

function phoneIn(run: string, context: string, rest: string, asked: Asked): Found | null {
  const said = saidOf(context);
  if (said === 'order' && !run.startsWith('+')) return null;
  for (const part of partsOf(run)) {
    const key = toKey(part.written, said === 'phone', asked);
    if (key) return { start: part.start, end: part.start + part.written.length, key };
  }
  // Nobody's plan knows it, but somebody says that it is one.
  const digits = run.replace(/\D/g, '').length;
  if (said === 'phone' && digits <= 15 && !/^\s?(?:times|days|hours)/.test(rest)) {
    return { start: 0, end: run.length, key: run.replace(/\D/g, '') };
  }
  return null;
}

/** Of two words that could be meant the one nearer to the digits. */
function saidOf(context: string): 'order' | 'phone' | null {
  const order = ORDER_WORD.exec(context);
  const phone = PHONE_WORD.exec(context);
  if (order && phone) return order.index > phone.index ? 'order' : 'phone';
  return order ? 'order' : phone ? 'phone' : null;
}

/** The whole run first, then without its last or first groups, which may be a count or a time. */
function partsOf(run: string): { written: string; start: number }[] {
  const ends = [...run.matchAll(/\d(?=[ \u00a0])/g)].map(({ index }) => index + 1).slice(-2);
  const starts = [...run.matchAll(/(?<=[ \u00a0])[\d(+]/g)].map(({ index }) => index).slice(0, 2);
  return [
    { written: run, start: 0 },
    ...ends.reverse().map((end) => ({ written: run.slice(0, end), start: 0 })),
    ...starts.map((start) => ({ written: run.slice(start), start })),
  ];
}

/** The number as the world dials it; null where no plan has it. */
function toKey(written: string, isSaid: boolean, asked: Asked): string | null {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return null;
  if (!isSaid && !isWrittenAsPhone(written, asked.country)) return null;
  if (asked.tries-- <= 0) return digits;
  const country = isSupportedCountry(asked.country) ? (asked.country as CountryCode) : undefined;
  const number = parsePhoneNumberFromString(written.replace(/\(0\)/, ''), {
    ...(country && { defaultCountry: country }),
    extract: false,
  });
  if (!number) return null;
  // A plan lags behind and leaves out what is reserved: what is dialled like a number of that length counts, too.
  const isDialled =
    written.startsWith('+') || (digits.length >= 10 && /^\(?0[1-9][\d)]*[ \u00a0-]/.test(written));
  return number.isValid() || (isDialled && number.isPossible()) ? number.number : null;
}

/** Countries in which a number at home begins with 0: without it, digits are something else. */
const WITHOUT_ZERO = new Set(
  'US CA ES PT PL DK NO CZ GR MX LU LV EE HK SG MT IS CY CR UY PA BR AR CO IN'.split(' '),
);

function isWrittenAsPhone(written: string, country: string): boolean {
  if (/^\+|^\(\+|^\(?0/.test(written)) return true;
  if (!WITHOUT_ZERO.has(country)) return false;
  // A bare run of digits is as well an order or a meter.
  return (
    /\d[ \u00a0./()-]+\d/.test(written) &&
    /\d{3,}$/.test(written.replace(/[ \u00a0]\d{2}(?=[ \u00a0]|$)/g, '00'))
  );
}
