import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Stop } from './stop.mjs';

/**
 * Makes the home if it is absent and stops when nothing can be written there or hardly anything fits.
 * @param {string} home
 * @param {number} neededMb what has to be free on its disk
 * @param {(home: string) => number} measure gives what is free, in MB
 */
export function checkHome(home, neededMb, measure = freeMegabytes) {
  const probe = join(home, `.probe-${process.pid}`);
  try {
    makeFolder(resolve(home));
    writeFileSync(probe, 'x'.repeat(4096));
  } catch (error) {
    throw toStop(error, home);
  } finally {
    if (existsSync(probe)) rmSync(probe);
  }
  const free = measure(home);
  if (free < neededMb) {
    throw new Stop(
      `the disk of ${home} is nearly full: ${free} MB are free, ${neededMb} MB are needed. Free some and start again.`,
    );
  }
}

/**
 * Makes a folder and those above it that are missing. Node's own recursive way never ends where the system takes none,
 * such as below /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  if (folder !== dirname(folder)) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program may have been quicker.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * A failed write to the home as the line to print.
 * @param {NodeJS.ErrnoException} error
 * @param {string} home
 */
export function toStop(error, home) {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new Stop(`the disk of ${home} is full (${error.code}). Free some and start again.`);
  }
  return new Stop(
    `the folder ${home} cannot be written (${error.code}). Make it writable or set LOOKBACK_HOME to another folder.`,
  );
}

function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 1_000_000);
}
