import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished, vi } from 'vitest';
import { findBinaries } from '@/db/embedded/binaries.ts';
import { findPostmaster, type Postmaster } from '@/db/embedded/postmaster.ts';
import { startEmbedded } from '@/db/embedded.ts';

/** An empty folder that every account can reach. It goes with the test, and so does a server that runs in it. */
export function scratchFolder(): string {
  const folder = newFolder();
  onTestFinished(() => removeHome(folder));
  return folder;
}

/** A home with a cluster, without a server: a copy of one that was made once. */
export async function homeWithCluster(): Promise<string> {
  madeOnce ??= makeOnce();
  const home = join(scratchFolder(), 'home');
  execFileSync('cp', ['-a', await madeOnce, home]);
  return home;
}

/** The server that runs in a home. */
export function serverOf(home: string): Postmaster | null {
  const cluster = join(home, 'postgres');
  return existsSync(cluster) ? findPostmaster(dataOf(home)) : null;
}

/** The folder of the data as the server knows it. */
export function dataOf(home: string): string {
  return join(realpathSync(join(home, 'postgres')), 'data');
}

/** Kills the server in the way of a crash and waits until it is gone. */
export async function killServer(home: string): Promise<Postmaster> {
  const server = serverOf(home);
  if (!server) throw new Error(`no server runs in ${home}`);
  process.kill(server.pid, 'SIGKILL');
  await vi.waitFor(() => {
    if (serverOf(home)?.pid === server.pid) throw new Error('still there');
  });
  return server;
}

/** Settings for a server whose data need not outlive a power failure. */
export const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The package of the binaries as npm unpacks it under `--ignore-scripts`, in a folder of its own. */
export function unlinkedBinaries(): string {
  const native = join(scratchFolder(), 'package', 'native');
  mkdirSync(join(native, '..'));
  const installed = findBinaries();
  execFileSync('cp', ['-a', installed, join(installed, '..', 'package.json'), join(native, '..')]);
  for (const name of readdirSync(join(native, 'lib'))) {
    if (lstatSync(join(native, 'lib', name)).isSymbolicLink()) rmSync(join(native, 'lib', name));
  }
  return native;
}

let madeOnce: Promise<string> | undefined;

afterAll(async () => {
  if (madeOnce) rmSync(await madeOnce, { recursive: true });
});

async function makeOnce(): Promise<string> {
  const home = newFolder();
  await (await startEmbedded(home, { settings: CARELESS })).leave();
  return home;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lookback-scratch-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function removeHome(folder: string): Promise<void> {
  for (const home of [folder, join(folder, 'home')]) {
    if (serverOf(home)) await killServer(home);
  }
  rmSync(folder, { recursive: true, force: true });
}
