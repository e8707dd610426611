import { createHash } from 'node:crypto';
import chardet from 'chardet';
import iconv from 'iconv-lite';

/** What the bytes of a file tell before any of it is read as text. */
export interface FileFacts {
  bytes: number;
  sha256: string;
  /** Null when the file is no text; `refusal` then says what it is. */
  encoding: string | null;
  /** Bytes of the mark at the beginning that says the encoding. */
  markBytes: number;
  refusal: string | null;
}

/**
 * Reads a file once and says how it is encoded: by its mark, else strict UTF-8 over the whole of it, else the guess
 * of `chardet` where that is sure of an alphabet of its own, else windows-1252. A few damaged places among much
 * sound UTF-8 leave it UTF-8 (`UTF-8, damaged`): their rows are told one by one.
 */
export async function detectEncoding(chunks: AsyncIterable<Uint8Array>): Promise<FileFacts> {
  const hash = createHash('sha256');
  const strict = new Utf8Check();
  const sample: Uint8Array[] = [];
  let sampled = 0;
  let head: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    strict.add(chunk);
    if (head.length < HEAD) head = Buffer.concat([head, chunk]).subarray(0, HEAD);
    if (sampled < HEAD && chunk.some((byte) => byte > 127)) {
      sample.push(chunk.slice(0, HEAD));
      sampled += Math.min(chunk.length, HEAD);
    }
    bytes += chunk.length;
  }
  strict.end();
  const facts = { bytes, sha256: hash.digest('hex') };
  const mark = MARKS.find((candidate) => head.subarray(0, candidate.bytes.length).equals(candidate.bytes));
  const refusal = bytes === 0 ? 'it is empty' : mark ? null : whatItIs(head);
  if (refusal) return { ...facts, encoding: null, markBytes: 0, refusal };
  const encoding = mark?.encoding ?? strict.verdict() ?? guess(Buffer.concat(sample));
  const sound = encoding === 'UTF-8' && strict.verdict() !== 'UTF-8' ? DAMAGED : encoding;
  return { ...facts, encoding: sound, markBytes: mark?.bytes.length ?? 0, refusal: null };
}

/** Bytes as UTF-8, whatever they are now. The mark at the beginning is not part of the text. */
export async function* decodeToUtf8(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, markBytes }: Pick<FileFacts, 'encoding' | 'markBytes'>,
): AsyncGenerator<Buffer> {
  const isUtf8 = encoding === 'UTF-8' || encoding === DAMAGED;
  const decoder = isUtf8 ? null : iconv.getDecoder(encoding ?? 'windows-1252');
  let skip = markBytes;
  for await (const chunk of chunks) {
    const rest = Buffer.from(chunk.subarray(Math.min(skip, chunk.length)));
    skip -= Math.min(skip, chunk.length);
    yield decoder ? Buffer.from(decoder.write(rest), 'utf8') : rest;
  }
  const end = decoder?.end();
  if (end) yield Buffer.from(end, 'utf8');
}

const HEAD = 64 * 1024;
const DAMAGED = 'UTF-8, damaged';

const MARKS = [
  { encoding: 'UTF-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'UTF-16LE', bytes: Buffer.from([0xff, 0xfe]) },
  { encoding: 'UTF-16BE', bytes: Buffer.from([0xfe, 0xff]) },
];

/** Counts sound and unsound characters beyond ASCII while the bytes go by. */
class Utf8Check {
  readonly #decoder = new TextDecoder('utf-8');
  #sound = 0;
  #unsound = 0;
  #own = 0;
  #tail: Buffer = Buffer.alloc(0);

  add(chunk: Uint8Array): void {
    this.#count(this.#decoder.decode(chunk, { stream: true }));
    const bytes = Buffer.concat([this.#tail, chunk]);
    this.#own += occurrences(bytes, REPLACEMENT);
    this.#tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - REPLACEMENT.length + 1)));
  }

  end(): void {
    this.#count(this.#decoder.decode());
  }

  /** UTF-8 when every byte is sound, or nearly every character; null: something else. */
  verdict(): 'UTF-8' | typeof DAMAGED | null {
    const unsound = this.#unsound - this.#own;
    if (unsound <= 0) return 'UTF-8';
    return this.#sound > unsound * 10 ? DAMAGED : null;
  }

  #count(text: string): void {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 0xfffd) this.#unsound++;
      else if (code > 127) this.#sound++;
    }
  }
}

const REPLACEMENT = Buffer.from('\uFFFD', 'utf8');

function occurrences(bytes: Buffer, wanted: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + wanted.length)) count++;
  return count;
}

/** Alphabets that look like nothing else; of the western ones windows-1252 holds the others' letters. */
const OWN_ALPHABETS =
  /^(windows-1251|windows-1253|windows-1255|windows-1256|KOI8-R|Shift_JIS|EUC-JP|EUC-KR|GB18030|Big5)$/;

function guess(sample: Buffer): string {
  const [best] = chardet.analyse(sample);
  const isSure = best && best.confidence >= 40 && OWN_ALPHABETS.test(best.name);
  return isSure && iconv.encodingExists(best.name) ? best.name : 'windows-1252';
}

const KNOWN_FILES = [
  { begins: 'PK\u0003\u0004', what: 'it is a ZIP or an Excel workbook; save the sheet as CSV' },
  { begins: '\u00d0\u00cf\u0011\u00e0', what: 'it is an old Excel or Word file; save the sheet as CSV' },
  { begins: '%PDF', what: 'it is a PDF' },
  { begins: '\u001f\u008b', what: 'it is compressed by gzip; unpack it first' },
  { begins: '\u0089PNG', what: 'it is a picture' },
  { begins: '\u00ff\u00d8\u00ff', what: 'it is a picture' },
];

function whatItIs(head: Buffer): string | null {
  const known = KNOWN_FILES.find(({ begins }) => head.toString('latin1', 0, begins.length) === begins);
  if (known) return known.what;
  const control = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return control > head.length / 100 && control > 8
    ? 'it is binary, not text; save it as CSV in UTF-8'
    : null;
}
