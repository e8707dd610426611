import { type FoundPii, findPii } from './find-pii.ts';
import { findKnown } from './known-people.ts';
import { type ColumnCell, findInCell } from './personal-columns.ts';
import type { PiiType } from './pii-types.ts';
import { TokenBook } from './token-book.ts';

/** Grows when the rules find more, so that what was redacted by older ones can be gone through again. */
export const RULES_VERSION = 1;

export interface RedactionRules {
  /** The country of the workspace, in which phone numbers are read that do not name theirs. */
  country: string;
  /** What the source calls the customer of these texts: a name, or a number. */
  known?: readonly string[];
}

/** One value that was taken out. */
export interface RedactedSpan {
  type: PiiType;
  token: string;
  /** Where its token stands in the redacted text. */
  start: number;
  end: number;
  /** Where the value stood in the text as it came. */
  from: number;
  until: number;
}

export interface Redaction {
  text: string;
  spans: readonly RedactedSpan[];
}

/** Redacts one text; see `redactAll`. */
export function redact(text: string, rules: RedactionRules): Redaction {
  return redactAll([text], rules)[0] ?? { text, spans: [] };
}

/**
 * Puts tokens such as `[PHONE-1]` in the place of what is personal in texts that belong together: the same value has
 * the same token in all of them. Tokens that are there already stay, and a redacted text redacted again is the same.
 */
export function redactAll(cells: readonly (string | ColumnCell)[], rules: RedactionRules): Redaction[] {
  const texts = cells.map(textOf);
  const book = new TokenBook(texts);
  const pieces = texts.map((): Piece[] => []);
  const current = texts.map((text): Redaction => ({ text, spans: [] }));
  const everywhere = texts.map((_, index) => index);
  let open = everywhere;
  // What was found may show more: a token in the place of a name leaves the number after it beside another word.
  for (let round = 0; round < MOST_ROUNDS && open.length > 0; round++) {
    const people = book.people.size;
    const asked = open.map((index) => askedOf(cells[index], current[index]));
    const found = findInAll(asked, rules, book);
    const changed = open.filter((index, place) => {
      const own = pieces[index];
      const before = current[index];
      const here = found[place];
      if (!own || !before || !here?.length) return false;
      for (const piece of toPieces(here, before, book)) own.push(piece);
      current[index] = render(texts[index] ?? '', own);
      return true;
    });
    open = round > 0 && book.people.size > people ? everywhere : changed;
  }
  return current;
}

const MOST_ROUNDS = 8;

type Piece = Pick<RedactedSpan, 'type' | 'token' | 'from' | 'until'>;

/** A cell whose column says what it is, until it has been taken out; otherwise the text as it is by now. */
function askedOf(cell: string | ColumnCell | undefined, now: Redaction | undefined): string | ColumnCell {
  if (typeof cell === 'object' && now?.spans.length === 0) return cell;
  return now?.text ?? '';
}

/** Texts often come twice, in a field and in the row that it was read from: they are searched once. */
function findInAll(
  asked: readonly (string | ColumnCell)[],
  { country, known = [] }: RedactionRules,
  book: TokenBook,
): FoundPii[][] {
  const searched = new Map<string, FoundPii[]>();
  const found = asked.map((cell) => {
    const text = textOf(cell);
    const own = searched.get(text) ?? findPii(text, country);
    searched.set(text, own);
    const [whole] = typeof cell === 'object' ? findInCell(cell) : [];
    // A rule that has taken the same knows the value better: two spellings of a phone number are one.
    return whole && !own.some(({ start, end }) => start === whole.start && end === whole.end) ? [whole] : own;
  });
  book.addPeople(known, found.flat());
  if (book.people.size === 0) return found;
  return found.map((own, index) => findKnown(textOf(asked[index] ?? ''), own, book.people));
}

const textOf = (cell: string | ColumnCell) => (typeof cell === 'string' ? cell : cell.text);

/** What was found in a text that holds tokens already, by its places in the original. Both are in order. */
function toPieces(found: readonly FoundPii[], { spans }: Redaction, book: TokenBook): Piece[] {
  let shift = 0;
  let passed = 0;
  return found.map(({ type, key, start, end }) => {
    for (let span = spans[passed]; span && span.end <= start; span = spans[++passed]) {
      shift += span.until - span.from - (span.end - span.start);
    }
    return { type, token: book.tokenOf(type, key), from: start + shift, until: end + shift };
  });
}

function render(original: string, pieces: Piece[]): Redaction {
  pieces.sort((one, other) => one.from - other.from);
  const parts: string[] = [];
  const spans: RedactedSpan[] = [];
  let from = 0;
  let length = 0;
  for (const piece of pieces) {
    const kept = original.slice(from, piece.from);
    const start = length + kept.length;
    length = start + piece.token.length;
    parts.push(kept, piece.token);
    spans.push({ ...piece, start, end: length });
    from = piece.until;
  }
  return { text: parts.join('') + original.slice(from), spans };
}
