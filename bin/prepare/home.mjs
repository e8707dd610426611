import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './stop.mjs';

const NEEDED_MB = 150;

/**
 * Makes the home if it is absent and stops when nothing can be written there or hardly anything fits.
 * @param {string} home
 * @param {number} freeMb what is free on its disk, measured unless given
 */
export function checkHome(home, freeMb = undefined) {
  const probe = join(home, `.probe-${process.pid}`);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'x'.repeat(4096));
  } catch (error) {
    throw toStop(error, home);
  } finally {
    if (existsSync(probe)) rmSync(probe);
  }
  const free = freeMb ?? freeMegabytes(home);
  if (free < NEEDED_MB) {
    throw new Stop(
      `the disk of ${home} is nearly full: ${free} MB are free, ${NEEDED_MB} MB are needed. Free some and start again.`,
    );
  }
}

/**
 * A failed write to the home as the line to print.
 * @param {NodeJS.ErrnoException} error
 * @param {string} home
 */
export function toStop(error, home) {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new Stop(
      `the disk of ${home} is full (${error.code}). Free at least ${NEEDED_MB} MB and start again.`,
    );
  }
  return new Stop(
    `the folder ${home} cannot be written (${error.code}). Make it writable or set LOOKBACK_HOME to another folder.`,
  );
}

function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 1_000_000);
}
