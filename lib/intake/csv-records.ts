import { type CsvError, type Parser, parse } from 'csv-parse';

/** One record of a CSV file, or a place where there should have been one. */
export interface CsvRecord {
  /** The line on which it begins, counted from 1. */
  line: number;
  /** Its length with the line ending, and with empty lines before it. */
  bytes: number;
  cells: string[];
  /** Why it cannot be used; the cells are then empty. */
  problem: string | null;
}

export const LONGEST_RECORD = 1_000_000;
/** Each record that is lost costs reading up to 1 MB again: a file made to lose many must come to an end. */
const MOST_LOST = 1000;

/**
 * Reads CSV as it streams by, holding no more than one record and one chunk. A record that cannot be told from the
 * next, because it is too long or its quote never closes, is given as a problem, and reading goes on after its
 * first line.
 */
export async function* readCsvRecords(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader(delimiter);
  for await (const chunk of chunks) yield* await reader.read(Buffer.from(chunk));
  yield* await reader.end();
}

class RecordReader {
  readonly #delimiter: string;
  #parser: Parser;
  #found: { cells: string[]; end: number }[] = [];
  /** What has been read since the end of the last record. */
  #pending: Buffer = Buffer.alloc(0);
  /** How many bytes of this parser's input lie before `#pending`. */
  #taken = 0;
  #line = 1;
  #width = 0;
  /** The rest of a line that was given up is dropped until its end. */
  #isSkipping = false;
  #lostCount = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#parser = this.#newParser();
  }

  async read(bytes: Buffer): Promise<CsvRecord[]> {
    const chunk = this.#isSkipping ? this.#skipLine(bytes) : bytes;
    if (chunk.length === 0 || this.#lostCount > MOST_LOST) return [];
    const error = await write(this.#parser, chunk);
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const records = this.#take();
    if (!error) return records;
    return [...records, ...(await this.#goOnAfterLine(describe(error)))];
  }

  async end(): Promise<CsvRecord[]> {
    if (this.#lostCount > MOST_LOST) return [];
    const error = await end(this.#parser);
    const records = this.#take();
    if (!error) return records;
    const isCutOff = !(await this.#holdsRecordsAfterLine());
    if (!isCutOff) {
      records.push(...(await this.#goOnAfterLine(describe(error))), ...(await this.end()));
      return records;
    }
    const message = `${describe(error)}; the file seems to be cut off here`;
    return [...records, this.#toRecord(this.#pending.length, [], message)];
  }

  /** Gives the first line of what is pending as a problem and reads the rest anew. */
  async #goOnAfterLine(message: string): Promise<CsvRecord[]> {
    this.#lostCount++;
    const isLast = this.#lostCount > MOST_LOST;
    const rest = this.#afterLine();
    this.#isSkipping = !this.#pending.includes('\n', firstOfRecord(this.#pending));
    const words = isLast ? `${message}; more than ${MOST_LOST} are so, and the rest was not read` : message;
    const lost = this.#toRecord(this.#pending.length - rest.length, [], words);
    this.#parser = this.#newParser();
    this.#taken = 0;
    this.#pending = Buffer.alloc(0);
    return [lost, ...(rest.length > 0 ? await this.read(rest) : [])];
  }

  #skipLine(bytes: Buffer): Buffer {
    const lineEnd = bytes.indexOf('\n');
    if (lineEnd < 0) return Buffer.alloc(0);
    this.#isSkipping = false;
    this.#line++;
    return bytes.subarray(lineEnd + 1);
  }

  /** Whether what follows the first pending line has rows as wide as the header: then only a quote was amiss. */
  async #holdsRecordsAfterLine(): Promise<boolean> {
    const trial = new RecordReader(this.#delimiter);
    await write(trial.#parser, this.#afterLine());
    return this.#width > 1 && trial.#found.some(({ cells }) => cells.length === this.#width);
  }

  #afterLine(): Buffer {
    const lineEnd = this.#pending.indexOf('\n', firstOfRecord(this.#pending));
    return lineEnd < 0 ? Buffer.alloc(0) : this.#pending.subarray(lineEnd + 1);
  }

  #take(): CsvRecord[] {
    const found = this.#found;
    this.#found = [];
    return found.map(({ cells, end }) => {
      if (this.#width === 0) this.#width = cells.length;
      return this.#toRecord(end - this.#taken, cells, null);
    });
  }

  #toRecord(bytes: number, cells: string[], problem: string | null): CsvRecord {
    const first = firstOfRecord(this.#pending);
    const line = this.#line + countLines(this.#pending, 0, first);
    this.#line = line + countLines(this.#pending, first, bytes);
    this.#pending = this.#pending.subarray(bytes);
    this.#taken += bytes;
    return { line, bytes, cells, problem };
  }

  #newParser(): Parser {
    const parser = parse({
      delimiter: this.#delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      // Taken here, a record is not lost when a later one makes the parser stop.
      on_record: (cells: string[], { bytes }) => {
        this.#found.push({ cells, end: bytes });
        return null;
      },
    });
    parser.on('error', () => {}).resume();
    return parser;
  }
}

function write(parser: Parser, chunk: Buffer): Promise<CsvError | null> {
  return new Promise((resolve) => {
    parser.write(chunk, (error) => resolve((error as CsvError | null | undefined) ?? null));
  });
}

function end(parser: Parser): Promise<CsvError | null> {
  return new Promise((resolve) => {
    parser.once('error', (error: CsvError) => resolve(error));
    parser.once('end', () => resolve(null));
    parser.end();
  });
}

function describe(error: CsvError): string {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return 'the record is longer than 1 MB; perhaps a quote is not closed';
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote opens in this record and is not closed';
  throw error;
}

/** Where the first record begins, after empty lines. */
function firstOfRecord(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === 10 || bytes[at] === 13) at++;
  return at;
}

function countLines(bytes: Buffer, from: number, until: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10, from); at >= 0 && at < until; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
