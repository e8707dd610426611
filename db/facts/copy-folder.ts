import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, ownMark } from '@/db/embedded/processes.ts';

const PREFIX = 'lookback-facts-';

/**
 * Makes a folder for what a copy reads from files and for what does not fit into its memory. Its name says whose it is,
 * so that one that a killed process has left can be told from one in use.
 */
export function makeCopyFolder(temporary: string = tmpdir()): string {
  return mkdtempSync(join(/* turbopackIgnore: true */ temporary, `${PREFIX}${ownMark()}@${machine()}-`));
}

export function removeCopyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Removes the folders of processes of this machine and account that run no more. Throws what the disk throws. */
export function removeAbandonedFolders(temporary: string = tmpdir()): void {
  for (const name of readdirSync(/* turbopackIgnore: true */ temporary)) {
    const [, mark, where] = /^lookback-facts-([^@]+)@(.+)-[^-]+$/.exec(name) ?? [];
    // Where several machines share a folder, the processes of another one cannot be seen.
    if (mark === undefined || where !== machine() || isRunning(mark)) continue;
    const folder = join(/* turbopackIgnore: true */ temporary, name);
    if (isOwn(folder)) removeCopyFolder(folder);
  }
}

function machine(): string {
  return hostname().replaceAll(/[^\w.-]/g, '_');
}

function isOwn(folder: string): boolean {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  return owner !== undefined && (process.getuid === undefined || owner === process.getuid());
}
