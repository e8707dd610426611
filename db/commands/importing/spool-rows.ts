import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowProblem } from '@/lib/intake/check-row.ts';

/** A row on its way to the others of its record. With problems it goes no further. */
export interface SpooledRow {
  line: number;
  bytes: number;
  cells: string[];
  /** The id of the record that it names; empty for a row with problems. */
  key: string;
  problems: RowProblem[];
}

const PART_BYTES = 8 * 1024 * 1024;
const MOST_PARTS = 64;
const BUFFER_CHARACTERS = 128 * 1024;

/**
 * Brings the rows of one record together, however far apart they stand in the file, without holding the file in
 * memory: rows go to parts on disk by a digest of their key, and each part is then read by itself. A part holds 8 MB
 * of the file, above 512 MB a sixty-fourth of it.
 */
export class RowSpool {
  readonly #folder: string;
  readonly #parts: Part[];

  private constructor(folder: string, parts: Part[]) {
    this.#folder = folder;
    this.#parts = parts;
  }

  static async open(fileBytes: number): Promise<RowSpool> {
    const count = Math.min(MOST_PARTS, Math.max(1, Math.ceil(fileBytes / PART_BYTES)));
    const folder = await mkdtemp(join(/* turbopackIgnore: true */ tmpdir(), 'lookback-import-'));
    const parts = [];
    for (let index = 0; index < count; index++) {
      const path = join(/* turbopackIgnore: true */ folder, `part-${index}`);
      parts.push({ file: await open(path, 'wx+', 0o600), buffer: [], size: 0, bytes: 0 });
    }
    // What people wrote must not outlive a program that is killed: open files are read without their names.
    if (process.platform !== 'win32') await rm(folder, { recursive: true });
    return new RowSpool(folder, parts);
  }

  async add(row: SpooledRow): Promise<void> {
    const part = this.#parts[digest(row.key) % this.#parts.length];
    if (!part) return;
    const text = `${JSON.stringify([row.line, row.bytes, row.key, row.cells, row.problems])}\n`;
    part.buffer.push(text);
    part.size += text.length;
    if (part.size >= BUFFER_CHARACTERS) await flush(part);
  }

  /** The rows by record, each record's in the order of the file; rows with problems each by themselves. */
  async *groups(): AsyncGenerator<SpooledRow[]> {
    for (const part of this.#parts) {
      await flush(part);
      const groups = new Map<string, SpooledRow[]>();
      for (const text of (await readBack(part)).split('\n')) {
        if (text === '') continue;
        const row = parseRow(text);
        const key = row.problems.length > 0 ? `line ${row.line}` : `key ${row.key}`;
        const group = groups.get(key);
        if (group) group.push(row);
        else groups.set(key, [row]);
      }
      yield* groups.values();
    }
  }

  async remove(): Promise<void> {
    for (const { file } of this.#parts) await file.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

interface Part {
  file: FileHandle;
  /** What is not written yet, and its length. */
  buffer: string[];
  size: number;
  /** How many bytes are written. */
  bytes: number;
}

async function flush(part: Part): Promise<void> {
  const bytes = Buffer.from(part.buffer.join(''));
  await part.file.appendFile(bytes);
  part.bytes += bytes.length;
  part.buffer = [];
  part.size = 0;
}

async function readBack({ file, bytes }: Part): Promise<string> {
  const content = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await file.read(content, at, bytes - at, at);
    if (bytesRead === 0) throw new Error(`a part of the import holds ${at} bytes, not ${bytes}`);
    at += bytesRead;
  }
  return content.toString('utf8');
}

function parseRow(text: string): SpooledRow {
  const [line, bytes, key, cells, problems] = JSON.parse(text);
  return { line, bytes, key, cells, problems };
}

/** FNV-1a: spreads keys over the parts, nothing more. */
function digest(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
