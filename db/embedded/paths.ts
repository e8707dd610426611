import { existsSync } from 'node:fs';
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
