import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { CannotStart } from '@/db/cannot-start.ts';
import { usableBinaries } from './binaries.ts';
import { diskFull } from './errno.ts';
import type { Settings } from './launch.ts';
import { under } from './paths.ts';
import { run, spawnOptions } from './run.ts';
import { canReach, type ServerUser, serverUser } from './server-user.ts';

/** Where clusters are made and from what. */
export interface ClusterPlace {
  home: string;
  /** The folder of the binaries as they were installed. */
  native: string;
  /** Holds the cluster where root runs Lookback and the account of the server cannot reach the home. */
  elsewhere: string;
  settings: Settings;
}

export interface Passwords {
  superuser: string;
  owner: string;
  app: string;
}

/**
 * Makes a cluster at the path, in a side folder that is renamed when it is whole: a half-made one is never used.
 * Throws CannotStart when the disk is full or initdb refuses.
 */
export async function makeCluster(place: ClusterPlace, path: string): Promise<void> {
  const user = serverUser(under(path, 'data'));
  const side = makeSideFolder(place, user);
  try {
    await fill(realpathSync(side), place, user);
    renameSync(side, path);
  } catch (error) {
    removeFolder(side);
    throw error;
  }
}

/** Clears away what a start left behind that was ended in the middle. */
export function removeHalfMade(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(SIDE)))
    removeFolder(under(home, name));
}

const SIDE = 'postgres-new-';

/** In the home; where the server's account cannot reach that, elsewhere, with a link to it in the home. */
function makeSideFolder({ home, elsewhere }: ClusterPlace, user: ServerUser | null): string {
  // Root's server has to pass through the home; what lies in it is protected file by file.
  if (user) chmodSync(home, 0o711);
  if (!user || canReach(home, user)) return opened(mkdtempSync(under(home, SIDE)), user);
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
  const link = under(home, SIDE + randomBytes(4).toString('hex'));
  symlinkSync(opened(mkdtempSync(under(elsewhere, 'cluster-')), user), link);
  return link;
}

function opened(folder: string, user: ServerUser | null): string {
  chmodSync(folder, user ? 0o711 : 0o700);
  return folder;
}

async function fill(folder: string, place: ClusterPlace, user: ServerUser | null): Promise<void> {
  const passwords: Passwords = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  const passwordFile = under(folder, 'superuser-password');
  mkdirSync(under(folder, 'data'), { mode: 0o700 });
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
  if (user) for (const path of [under(folder, 'data'), passwordFile]) chownSync(path, user.uid, user.gid);
  await initdb(folder, passwordFile, place, user);
  rmSync(passwordFile);
  writeFileSync(under(folder, 'passwords.json'), `${JSON.stringify(passwords)}\n`, { mode: 0o600 });
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

async function initdb(
  folder: string,
  passwordFile: string,
  { home, native, settings }: ClusterPlace,
  user: ServerUser | null,
): Promise<void> {
  const program = under(usableBinaries(native, folder, user), 'bin', 'initdb');
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  // A server that does not care whether its data reach the disk needs no cluster that has.
  const other = settings.fsync === 'off' ? ['--no-instructions', '--no-sync'] : ['--no-instructions'];
  const args = ['-D', under(folder, 'data'), ...access, ...SAME_EVERYWHERE, ...other];
  const { status, output } = await run(program, args, spawnOptions(user, folder));
  if (status === 0) return;
  if (/No space left on device|Disk quota exceeded/.test(output)) throw diskFull(home);
  const reason = output.split('\n').findLast((line) => /error|fatal/i.test(line)) ?? `exit status ${status}`;
  throw new CannotStart(`The embedded database could not be made in ${home}: ${reason.trim()}`);
}

/** How text is stored, sorted and cased: by PostgreSQL itself, not by the system that it happens to run on. */
const SAME_EVERYWHERE = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/** Through a link its target goes first, so that a link never remains to nothing known. */
function removeFolder(path: string): void {
  if (lstatSync(path).isSymbolicLink()) rmSync(realpathSync(path), { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
}
