import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '@/db/cannot-start.ts';

/** An account that is not root, in the numbers that the system knows it by. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * Who runs PostgreSQL, which refuses root: null for the account of this process; as root the owner of the data where
 * there are some, else `postgres`, else `nobody`. Throws CannotStart where the system has none of them.
 */
export function serverUser(data: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = findAccount('postgres') ?? findAccount('nobody');
  if (user) return user;
  throw new CannotStart(
    'PostgreSQL does not run as root, and this system has neither an account "postgres" nor "nobody" to run it as. ' +
      'Start Lookback as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/** Whether the account may pass through a folder and all above it, or read and run a file in there. */
export function canReach(path: string, user: ServerUser): boolean {
  for (let place = realpathSync(path); ; place = dirname(place)) {
    if (!mayUse(place, user)) return false;
    if (place === dirname(place)) return true;
  }
}

function mayUse(path: string, user: ServerUser): boolean {
  const stat = statSync(path);
  const needed = stat.isFile() ? READ | PASS : PASS;
  return (rights(stat, user) & needed) === needed;
}

const READ = 4;
const PASS = 1;

function rights({ mode, uid, gid }: Stats, user: ServerUser): number {
  if (uid === user.uid) return mode >> 6;
  return gid === user.gid ? mode >> 3 : mode;
}

function findAccount(name: string): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  // macOS writes the number of nobody as -2.
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : null;
}
