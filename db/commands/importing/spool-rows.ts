import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
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
      parts.push({ path, file: await open(path, 'wx', 0o600), buffer: [], size: 0 });
    }
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
      for (const text of (await readFile(part.path, 'utf8')).split('\n')) {
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
  path: string;
  file: FileHandle;
  buffer: string[];
  size: number;
}

async function flush(part: Part): Promise<void> {
  await part.file.appendFile(part.buffer.join(''));
  part.buffer = [];
  part.size = 0;
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
