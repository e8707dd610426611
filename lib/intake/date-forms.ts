/** A local time as a text says it. Hour and day are null where the form has none; the offset where the text names it. */
export interface WallTime {
  year: number;
  month: number;
  day: number | null;
  hour: number | null;
  minute: number;
  second: number;
  offsetMinutes: number | null;
}

/**
 * How a source writes times, by signs of its own: `YYYY` `YY` `MM` `M` `DD` `D` `HH` `H` `mm` `ss` (a fraction may
 * follow) and `Z` (`Z`, `+02:00`, `+0200`); one-letter signs take one or two digits. Everything else stands for itself.
 */
export type DateForm = readonly Piece[];

type Piece = { sign: Sign } | { literal: string };
const SIGNS = ['YYYY', 'YY', 'MM', 'M', 'DD', 'D', 'HH', 'H', 'mm', 'ss', 'Z'] as const;
type Sign = (typeof SIGNS)[number];

/** Reads a form such as `DD-MM-YYYY HH:mm`. Throws a RangeError for one without a year and a month. */
export function toDateForm(text: string): DateForm {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const sign = SIGNS.find((candidate) => text.startsWith(candidate, at));
    pieces.push(sign ? { sign } : { literal: text.charAt(at) });
    at += sign?.length ?? 1;
  }
  const signs = pieces.flatMap((piece) => ('sign' in piece ? [piece.sign[0]] : []));
  if (!signs.includes('Y') || !signs.includes('M')) {
    throw new RangeError(`the date form "${text}" has no year or no month`);
  }
  return pieces;
}

/** The time that a text says in a form, as digits only: whether the calendar has it is asked elsewhere. Null: not so. */
export function readDateForm(text: string, form: DateForm): WallTime | null {
  const found: Partial<Record<Sign, number>> = {};
  let at = 0;
  for (const piece of form) {
    const length =
      'sign' in piece ? readSign(text, at, piece.sign, found) : literalAt(text, at, piece.literal);
    if (length === 0) return null;
    at += length;
  }
  if (at !== text.length) return null;
  return {
    year: found.YYYY ?? fullYear(found.YY ?? 0),
    month: found.MM ?? found.M ?? 0,
    day: found.DD ?? found.D ?? null,
    hour: found.HH ?? found.H ?? null,
    minute: found.mm ?? 0,
    second: found.ss ?? 0,
    offsetMinutes: found.Z ?? null,
  };
}

/** 00-69 are of this century, 70-99 of the last, as POSIX has it. */
const fullYear = (twoDigits: number) => (twoDigits < 70 ? 2000 : 1900) + twoDigits;

const literalAt = (text: string, at: number, literal: string) => (text.charAt(at) === literal ? 1 : 0);

/** Reads one sign at a place and returns how many characters it took; 0 when it is not there. */
function readSign(text: string, at: number, sign: Sign, found: Partial<Record<Sign, number>>): number {
  if (sign === 'Z') return readOffset(text, at, found);
  const digits = countDigits(text, at, sign.length === 1 ? 2 : sign.length);
  if (digits < sign.length) return 0;
  found[sign] = Number(text.slice(at, at + digits));
  return digits + (sign === 'ss' ? fractionLength(text, at + digits) : 0);
}

function readOffset(text: string, at: number, found: Partial<Record<Sign, number>>): number {
  if (text.charAt(at) === 'Z') {
    found.Z = 0;
    return 1;
  }
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text.slice(at));
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  found.Z = match[1] === '-' ? -minutes : minutes;
  return match[0].length;
}

function fractionLength(text: string, at: number): number {
  if (text.charAt(at) !== '.') return 0;
  const digits = countDigits(text, at + 1, 9);
  return digits > 0 ? digits + 1 : 0;
}

function countDigits(text: string, at: number, most: number): number {
  let count = 0;
  while (count < most && isDigit(text.charCodeAt(at + count))) count++;
  return count;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
