import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Joins paths out of the build's sight: it would take the folder of the data for a part of the program. */
export function under(folder: string, ...names: string[]): string {
  return join(/* turbopackIgnore: true */ folder, ...names);
}

/** The nearest folder at or above the working folder that holds this path, as an absolute path; null where none does. */
export function findUpwards(path: string): string | null {
  for (let folder = resolve(/* turbopackIgnore: true */ '.'); ; folder = dirname(folder)) {
    const found = under(folder, path);
    if (existsSync(/* turbopackIgnore: true */ found)) return found;
    if (folder === dirname(folder)) return null;
  }
}

/**
 * Makes a folder for this account alone, and those above it that are missing. Node's own recursive way says that a
 * folder is missing where a disk is read-only, and in some places never ends.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (folder !== dirname(folder)) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
