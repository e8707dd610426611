import type { FoundPii } from './find-pii.ts';
import { toKey } from './finders/names.ts';
import type { PiiType } from './pii-types.ts';
import { isToken } from './tokens.ts';

/** A cell of a file whose column says what stands in it. */
export interface ColumnCell {
  text: string;
  type: PiiType;
}

const WHOSE =
  '(?:customer|client|consumer|contact|caller|complainant|claimant|patient|member|passenger|guest|subscriber|account holder|policy ?holder|card ?holder|kunden|requester|requestor)';
const columns = (source: string) => new RegExp(`^(?:${source})$`, 'i');

const COLUMNS: readonly (readonly [PiiType, RegExp])[] = [
  [
    'NAME',
    columns(
      `${WHOSE}(?:'s)? (?:(?:full|first|last) )?name|(?:first|last|given|family|middle|full) ?name|surname|vorname|nachname`,
    ),
  ],
  [
    'PHONE',
    columns(`(?:${WHOSE} )?(?:tele)?(?:phone|mobile|cell|fax)(?: ?(?:number|no|nr))?|telefon(?:nummer)?`),
  ],
  [
    'ADDRESS',
    columns(
      `(?:(?:${WHOSE}|street|home|billing|shipping|postal|mailing) )?address(?: ?line)?(?: ?\\d)?|street|straße|anschrift`,
    ),
  ],
  ['BIRTH', columns('dob|.{0,20}birth ?(?:date|day)|date of birth|geburtsdatum')],
  [
    'ID',
    columns(
      "ssn|social security(?: number)?|national (?:id|insurance)(?: number)?|passport(?: number)?|tax id|nino|nhs number|driv(?:er'?s|ing) licen[cs]e(?: number)?",
    ),
  ],
  ['ACCOUNT', columns(`(?:${WHOSE}|account|policy|card|iban) ?(?:number|no|nr|id|#|ref|reference)`)],
];

/** What the cells of a column are by its name, such as `Customer Name`; null where it promises nothing personal. */
export function typeOfColumn(name: string): PiiType | null {
  const known = seen.get(name);
  if (known !== undefined) return known;
  const plain = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s.-]+/g, ' ')
    .trim();
  const type = COLUMNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(name, type);
  return type;
}

/** Each row of a file has the same columns. */
const seen = new Map<string, PiiType | null>();
const MOST_SEEN = 1000;

/** A cell as it is redacted: with what its column says, where that says anything. */
export function toCell(column: string, text: string): string | ColumnCell {
  const type = typeOfColumn(column);
  return type ? { text, type } : text;
}

/** A cell of such a column from end to end; nothing where it says nothing, or was made unreadable elsewhere. */
export function findInCell({ text, type }: ColumnCell): FoundPii[] {
  const value = text.trim();
  const says = type === 'NAME' || type === 'ADDRESS' ? /\p{L}{2}/u : /\d[\s\S]*\d[\s\S]*\d/u;
  if (!says.test(value) || NOTHING.test(value) || isToken(value)) return [];
  const start = text.indexOf(value);
  const key = type === 'NAME' ? toKey(value) : value.toUpperCase().replace(/[\s./-]/g, '');
  return [{ type, start, end: start + value.length, key }];
}

const NOTHING =
  /^(?:none|null|nil|n\/?a|unknown|not known|not given|anonymous|anonym|withheld|redacted|x+|[X*\s.,/-]+)$/i;
