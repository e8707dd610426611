import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { findPiece } from '@/db/queries/kept-reports.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { reportPiece } from '@/db/schema/reports.ts';
import type { ReportJob } from './claim-report.ts';

const PIECE_BYTES = 1_048_576;
const LEVEL = 4;
const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Writes a file into the record, piece by piece, so that memory does not grow with it. */
export class PieceWriter {
  bytes = 0;
  readonly #records: RecordDatabase;
  readonly #job: Pick<ReportJob, 'reportId' | 'attempt'>;
  readonly #hash = createHash('sha256');
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #seq = 0;

  constructor(records: RecordDatabase, job: Pick<ReportJob, 'reportId' | 'attempt'>) {
    this.#records = records;
    this.#job = job;
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes >= PIECE_BYTES) await this.#store();
  }

  /** Stores what is left. Returns the SHA-256 of the whole. */
  async end(): Promise<string> {
    if (this.#waitingBytes > 0) await this.#store();
    return this.#hash.digest('hex');
  }

  async #store(): Promise<void> {
    const content = await compress(Buffer.concat(this.#waiting), { level: LEVEL });
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#seq += 1;
    const { reportId, attempt } = this.#job;
    await this.#records.insert(reportPiece).values({ reportId, attempt, seq: this.#seq, content });
  }
}

/** The pieces of a file in their order, one in memory at a time. */
export async function* readPieces(
  records: RecordDatabase,
  file: { reportId: number; attempt: number },
): AsyncGenerator<Uint8Array> {
  let after = 0;
  for (;;) {
    const piece = await findPiece(records, file, after);
    if (!piece) return;
    after = piece.seq;
    yield await expand(piece.content);
  }
}
