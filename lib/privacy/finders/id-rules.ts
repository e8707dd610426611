import { passesLuhn, passesVerhoeff, weighted } from './check-digits.ts';

interface ByShape {
  /** The countries in which the shape alone is enough; everywhere where it is not given. */
  at?: readonly string[];
  pattern: RegExp;
  /** Whether the letters and digits, without separators, can be one. */
  passes(bare: string): boolean;
}

const alone = (source: string, flags = 'gu') =>
  new RegExp(`(?<![\\p{L}\\d]|\\d[./-])${source}(?![\\p{L}\\d]|[./-]\\d)`, flags);
const always = () => true;
const isDay = (day: string, month: string) => Number(day) >= 1 && Number(day) <= 31 && isMonth(month);
const isMonth = (month: string) => Number(month) >= 1 && Number(month) <= 12;
const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Numbers that their shape and check digits give away, wherever they stand. */
export const BY_SHAPE: readonly ByShape[] = [
  // United States: social security number, and the tax number of those without one
  { pattern: alone('(?!000|666|9)\\d{3}-(?!00)\\d\\d-(?!0000)\\d{4}'), passes: always },
  { pattern: alone('9\\d\\d-[5-9]\\d-\\d{4}'), passes: always },
  // Great Britain: national insurance, driving licence
  {
    pattern: alone(
      '(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d\\d ?\\d\\d ?\\d\\d ?[A-D]',
    ),
    passes: always,
  },
  {
    pattern: alone('[A-Z]{2,5}9{0,3}\\d[0156]\\d[0-3]\\d\\d[A-Z9]{2}[A-Z\\d]{3}'),
    passes: (bare) => bare.length === 16,
  },
  // France: NIR with its key
  {
    pattern: alone('[12] ?\\d\\d ?\\d\\d ?(?:\\d\\d|2[AB]) ?\\d{3} ?\\d{3} ?\\d\\d'),
    passes: (bare) => {
      const number = bare.slice(0, 13).replace('2A', '19').replace('2B', '18');
      return 97n - (BigInt(number) % 97n) === BigInt(bare.slice(13));
    },
  },
  // Spain: DNI and NIE with their letter
  {
    pattern: alone('(?:\\d{8}|[XYZ]-?\\d{7})-?[A-Z]'),
    passes: (bare) =>
      bare.endsWith(
        LETTERS[Number(bare.slice(0, -1).replace(/[XYZ]/, (x) => `${'XYZ'.indexOf(x)}`)) % 23] ?? '',
      ),
  },
  // Italy: codice fiscale
  { pattern: alone('[A-Z]{6}\\d\\d[A-EHLMPRST]\\d\\d[A-Z]\\d{3}[A-Z]'), passes: passesCodiceFiscale },
  // Belgium
  {
    pattern: alone('\\d\\d\\.\\d\\d\\.\\d\\d-\\d{3}[.-]\\d\\d'),
    passes: (bare) =>
      [bare.slice(0, 9), `2${bare.slice(0, 9)}`].some(
        (one) => 97 - (Number(one) % 97) === Number(bare.slice(9)),
      ),
  },
  // Sweden
  {
    pattern: alone('(?:19|20)?\\d{6}[-+]\\d{4}'),
    passes: (bare) => {
      const ten = bare.replace('+', '').slice(-10);
      return isDay(ten.slice(4, 6), ten.slice(2, 4)) && passesLuhn(ten);
    },
  },
  // Denmark, Finland, Norway
  {
    at: ['DK', 'GL', 'FO'],
    pattern: alone('\\d{6}-\\d{4}'),
    passes: (bare) => isDay(bare.slice(0, 2), bare.slice(2, 4)),
  },
  {
    pattern: alone('\\d{6}[-+A-FU-Y]\\d{3}[\\dA-FHJ-NPR-Y]'),
    passes: (bare) => {
      const digits = bare.slice(0, 6) + bare.slice(-4, -1);
      return isDay(bare.slice(0, 2), bare.slice(2, 4)) && bare.at(-1) === FINNISH[Number(digits) % 31];
    },
  },
  {
    at: ['NO'],
    pattern: alone('\\d{6} ?\\d{5}'),
    passes: (bare) =>
      weighted(bare, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
      weighted(bare, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  // Poland, Czechia, Slovakia
  {
    at: ['PL'],
    pattern: alone('\\d{11}'),
    passes: (bare) => weighted(bare, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  },
  { at: ['CZ', 'SK'], pattern: alone('\\d{6}/\\d{4}'), passes: (bare) => Number(bare) % 11 === 0 },
  // Switzerland
  {
    pattern: alone('756\\.\\d{4}\\.\\d{4}\\.\\d\\d'),
    passes: (bare) => weighted(bare, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
  },
  // Brazil
  { pattern: alone('\\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d'), passes: passesCpf },
  // India: Aadhaar, PAN
  { at: ['IN'], pattern: alone('\\d{4} \\d{4} \\d{4}'), passes: passesVerhoeff },
  { at: ['IN'], pattern: alone('[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z]'), passes: always },
  // Mexico, South Africa, the Emirates
  { pattern: alone('[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z\\d]\\d'), passes: always },
  {
    at: ['ZA'],
    pattern: alone('\\d{13}'),
    passes: (bare) => isDay(bare.slice(4, 6), bare.slice(2, 4)) && passesLuhn(bare),
  },
  { pattern: alone('784-\\d{4}-\\d{7}-\\d'), passes: always },
];

const FINNISH = '0123456789ABCDEFHJKLMNPRSTUVWXY';

function passesCpf(bare: string): boolean {
  const check = (length: number) => {
    const rest =
      (weighted(
        bare,
        Array.from({ length }, (_, index) => length + 1 - index),
      ) *
        10) %
      11;
    return rest % 10 === Number(bare[length]);
  };
  return new Set(bare).size > 1 && check(9) && check(10);
}

/** By place, odd ones first: what each letter and digit counts there (decree of 23 December 1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function passesCodiceFiscale(bare: string): boolean {
  const sum = [...bare.slice(0, 15)].reduce((total, letter, index) => {
    const place = Number.parseInt(letter, 36) - (letter > '9' ? 10 : 0);
    return total + (index % 2 === 0 ? (ODD[place] ?? 0) : place);
  }, 0);
  return bare.charCodeAt(15) - 65 === sum % 26;
}

const SAID =
  '(?:[\\s:=#(–.-]|card|number|num|no|nr|id|code|is|was|ist|lautet|est|es|è|é|är|er|to|on|meu|n[°º]|se){0,7}';
/** Letters and digits in groups; a letter alone is one only beside digits. */
const VALUE =
  '(?<!\\p{L})(?<value>(?=[A-Z]{0,6}[ .-]?\\d)[A-Z\\d]{1,16}(?:[ .-](?=[A-Z\\d]*\\d|[A-Z](?![\\p{L}]))[A-Z\\d]{1,10}){0,6})(?![\\p{L}\\d])';

/** Numbers of any shape after the word that names them. */
export const BY_WORD = new RegExp(
  `(?<!\\p{L})(?:${[
    'ssn|itin|social security(?: number)?|social(?=,? \\d)|tax id|ein',
    'social insurance(?: number)?|sin',
    'national insurance|nino?(?: number)?|nhs|pps|ppsn',
    "passport|passeport|reisepass|pasaporte|passaporto|paspoort|passaporte|driv(?:er['’]?s|ing) licen[cs]e|führerschein",
    'national id|identity|(?<!(?:product|order|case|item|model|device|ticket|customer) )id(?= (?:card|number))|residence permit|personalausweis',
    'steuer-?id|steueridentifikationsnummer|sozialversicherungsnummer|rentenversicherungsnummer|ahv(?:-nummer)?',
    'sécurité sociale|nir|dni|nie|nif|cif|codice fiscale|cf|bsn|burgerservicenummer|rijksregisternummer|numéro national',
    'personnummer|cpr(?:-nummer)?|fødselsnummer|henkilötunnus|pesel|rodné číslo|cpf|aadhaar|pan(?=:? [A-Z]{5}\\d)',
    'tfn|tax file|medicare|curp|contribuinte',
  ].join('|')})(?!\\p{L})${SAID}${VALUE}`,
  'giu',
);
