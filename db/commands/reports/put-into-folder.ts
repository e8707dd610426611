import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { folderParts } from '@/lib/reports/folder-name.ts';

/** A file could not be put where it was to go; the message says why and what to do. */
export class FolderFailed extends Error {
  override readonly name = 'FolderFailed';
}

/**
 * Puts a file into a folder below the folder of reports, whole or not at all. Returns its path from there.
 * @param folder as a person gave it; refused when it leads out of the root, also by a link in the file system
 * @throws FolderFailed
 */
export async function putIntoFolder(
  root: string,
  folder: string,
  fileName: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<string> {
  const parts = folderParts(folder);
  if (!parts) throw new FolderFailed('The name of the folder is not allowed. Nothing was written.');
  const place = await openFolder(root, parts);
  const path = join(/* turbopackIgnore: true */ place, fileName);
  const unfinished = `${path}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished, { mode: 0o640 }));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw explain(error);
  }
  return [...parts, fileName].join('/');
}

async function openFolder(root: string, parts: readonly string[]): Promise<string> {
  try {
    await mkdir(/* turbopackIgnore: true */ root, { recursive: true, mode: 0o750 });
    const top = await realpath(/* turbopackIgnore: true */ root);
    let place = top;
    // One after another: below a link that leads out nothing may be made.
    for (const part of parts) {
      const next = join(/* turbopackIgnore: true */ place, part);
      await mkdir(next, { mode: 0o750 }).catch((error: unknown) => {
        if (codeOf(error) !== 'EEXIST') throw error;
      });
      place = await realpath(next);
      const inside = relative(top, place);
      if (inside.startsWith('..') || inside.startsWith(sep))
        throw new FolderFailed('The folder leads out of the folder of reports. Nothing was written.');
    }
    return place;
  } catch (error) {
    throw error instanceof FolderFailed ? error : explain(error);
  }
}

function explain(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC') return new FolderFailed('The disk of the folder is full. Nothing was written.');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new FolderFailed('Lookback may not write into the folder. Nothing was written.');
  if (code === 'ENOTDIR' || code === 'ELOOP' || code === 'EISDIR')
    return new FolderFailed('There is something else where the folder should be. Nothing was written.');
  return error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
