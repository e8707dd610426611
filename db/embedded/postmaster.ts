import { readFileSync, writeFileSync } from 'node:fs';
import { isErrno } from './errno.ts';
import { under } from './paths.ts';
import { isPidAlive, isPostmaster } from './processes.ts';

/** The server that runs on a data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

/** The server that runs on the folder, whoever started it; null where its lock file is missing or tells of a dead one. */
export function findPostmaster(data: string): Postmaster | null {
  // Lines: process, folder, start, port, socket folder, address, shared memory, state.
  const lines = readLockFile(data);
  const pid = Number(lines[0]);
  if (!pid || !isPostmaster(pid, data)) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Lets a new server start where the number of a dead one was given to another process, for which PostgreSQL would
 * refuse. It takes its parent's number for a dead one, so this process enters its own; the file stays, for by its line
 * on shared memory PostgreSQL finds out whether processes of the dead server still work on the data.
 */
export function disownRecycledPid(data: string): void {
  const [pid, ...rest] = readLockFile(data);
  if (!pid || !isPidAlive(Number(pid))) return;
  writeFileSync(under(data, LOCK_FILE), [process.pid, ...rest].join('\n'));
}

const LOCK_FILE = 'postmaster.pid';

function readLockFile(data: string): string[] {
  try {
    return readFileSync(under(data, LOCK_FILE), 'utf8').split('\n');
  } catch (error) {
    // A server that ends takes it away, which can be at any moment.
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}
