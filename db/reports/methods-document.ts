import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Methods, readMethods } from '@/lib/methods/read-methods.ts';

let read: Promise<Methods> | undefined;

/** docs/methods.md as it came with the program: read once for each process. */
export function methodsDocument(): Promise<Methods> {
  read ??= readFile(join(/* turbopackIgnore: true */ process.cwd(), 'docs/methods.md'), 'utf8')
    .then(readMethods)
    .catch((error: unknown) => {
      read = undefined;
      throw error;
    });
  return read;
}
