import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { CannotStart } from '@/db/cannot-start.ts';
import { CARRIED_MAJOR } from './binaries.ts';
import { type ClusterPlace, makeCluster, type Passwords, removeHalfMade } from './make-cluster.ts';
import { under } from './paths.ts';
import { canReach, type ServerUser, serverUser } from './server-user.ts';

/** A database cluster and what is needed to run it. All paths are real ones. */
export interface Cluster {
  folder: string;
  data: string;
  user: ServerUser | null;
  passwords: Passwords;
}

/**
 * The cluster under `home/postgres`, made there if there is none. To be called under the start lock.
 * Throws CannotStart when its data are gone, damaged, somebody else's or from another major version.
 */
export async function ensureCluster(place: ClusterPlace): Promise<Cluster> {
  const path = under(place.home, 'postgres');
  removeHalfMade(place.home);
  if (!lstatSync(path, { throwIfNoEntry: false })) await makeCluster(place, path);
  refuseLost(path);
  const folder = realpathSync(path);
  const data = under(folder, 'data');
  refuseForeign(data);
  refuseDamaged(folder);
  refuseOtherMajor(data);
  const user = serverUser(data);
  if (user) refuseUnreachable(folder, user);
  const passwords: Passwords = JSON.parse(readFileSync(under(folder, 'passwords.json'), 'utf8'));
  return { folder, data, user, passwords };
}

/** An empty database in place of a full one on a disk that is not mounted would look like the loss of everything. */
function refuseLost(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) return;
  throw new CannotStart(
    `${path} points to ${readlinkSync(path)}, where the database was kept, and nothing is there. ` +
      'Put the folder back (is its disk mounted?), or remove the link to begin with an empty database.',
  );
}

function refuseForeign(data: string): void {
  const owner = statSync(data, { throwIfNoEntry: false })?.uid;
  const self = process.getuid?.();
  if (owner === undefined || self === undefined || self === 0 || self === owner) return;
  throw new CannotStart(
    `The database in ${data} belongs to the user with the number ${owner}, not to this one (${self}). ` +
      'Start Lookback as that user or as root, or set LOOKBACK_HOME to another folder.',
  );
}

function refuseUnreachable(folder: string, user: ServerUser): void {
  if (canReach(folder, user)) return;
  throw new CannotStart(
    `The database runs as the user with the number ${user.uid}, who cannot reach ${folder} any more. ` +
      'Let every folder above it be passed through (chmod o+x), then start Lookback again.',
  );
}

function refuseDamaged(folder: string): void {
  const missing = ['data/PG_VERSION', 'passwords.json'].find((name) => !existsSync(under(folder, name)));
  if (!missing) return;
  throw new CannotStart(
    `The database in ${folder} is damaged: ${missing} is missing. Put it back from a backup of that folder, ` +
      'or move the folder away to begin with an empty database.',
  );
}

function refuseOtherMajor(data: string): void {
  const major = readFileSync(under(data, 'PG_VERSION'), 'utf8').trim();
  if (major === String(CARRIED_MAJOR)) return;
  throw new CannotStart(
    `The data in ${data} were made by PostgreSQL ${major}, and this Lookback carries PostgreSQL ${CARRIED_MAJOR}, which ` +
      'cannot open them. Nothing was changed. Start the version of Lookback that made them, export from it, and import ' +
      'into an empty home (LOOKBACK_HOME) with this one.',
  );
}
