import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '@/db/embedded/paths.ts';
import { Invalid } from '@/lib/errors.ts';

/** A file that came in whole and waits on the disk of the home. */
export interface Upload {
  path: string;
  /** As the person named it: shown and kept with the run, never used as a path. */
  fileName: string;
  sha256: string;
  bytes: number;
}

export interface UploadLimits {
  mostBytes: number;
}

export const MOST_UPLOAD_BYTES = 1_073_741_824;
const LEFT_BEHIND_MS = 24 * 3_600_000;

/**
 * Writes what a browser sends to `<home>/uploads` under a generated name, counting its bytes and making its SHA-256.
 * Whoever asked for it removes it. Throws Invalid when it is empty or larger than allowed, and leaves nothing behind
 * when it fails on the way. What a crash left there longer than a day ago is removed.
 */
export async function receiveUpload(
  body: AsyncIterable<Uint8Array>,
  fileName: string,
  home: string,
  { mostBytes }: UploadLimits = { mostBytes: MOST_UPLOAD_BYTES },
): Promise<Upload> {
  const folder = join(/* turbopackIgnore: true */ home, 'uploads');
  makeFolder(folder);
  await removeUploads(home, Date.now() - LEFT_BEHIND_MS);
  const path = join(/* turbopackIgnore: true */ folder, randomUUID());
  const meter = new Meter(mostBytes);
  try {
    await pipeline(body, meter, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if (meter.bytes === 0) throw refusal('The file is empty. Nothing was imported.');
  } catch (error) {
    await rm(path, { force: true });
    throw explain(error);
  }
  return { path, fileName: toShownName(fileName), sha256: meter.digest(), bytes: meter.bytes };
}

/**
 * Removes the uploads that nothing was added to since then, in milliseconds since 1970: what is waiting to be read keeps
 * its time. Returns how many went.
 */
export async function removeUploads(home: string, olderThan: number): Promise<number> {
  const folder = join(/* turbopackIgnore: true */ home, 'uploads');
  let removed = 0;
  for (const name of await listNames(folder)) {
    const path = join(/* turbopackIgnore: true */ folder, name);
    const entry = await stat(path).catch(() => null);
    if (!entry || entry.mtimeMs >= olderThan) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** What a file name may show: one line without control characters, at most 200 of them. */
function toShownName(fileName: string): string {
  const shown = fileName.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return [...shown].slice(0, 200).join('') || 'file without a name';
}

class Meter extends Transform {
  bytes = 0;
  readonly #hash = createHash('sha256');
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > this.#most) {
      done(tooLarge(this.#most));
      return;
    }
    this.#hash.update(chunk);
    done(null, chunk);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** The refusal of a file larger than allowed, for what is said before a byte is read, too. */
export function tooLarge(most: number): Invalid {
  const megabytes = Math.floor(most / 1_048_576).toLocaleString('en-GB');
  return refusal(
    `The file is larger than ${megabytes} MB, the most that this page takes. Nothing was imported. ` +
      'Split it, or import it on the server: npm run import -- FILE --mapping NAME.',
  );
}

function refusal(message: string): Invalid {
  return new Invalid([{ field: 'file', message }]);
}

function explain(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC') return refusal('The disk of the server is full. Nothing was imported.');
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return refusal('The file broke off on its way. Nothing was imported; send it again.');
  }
  return error;
}
