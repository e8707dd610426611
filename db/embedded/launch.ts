import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '@/db/cannot-start.ts';
import type { Cluster } from './cluster.ts';
import { diskFull } from './errno.ts';
import { memorySettings } from './memory-settings.ts';
import { under } from './paths.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { cannotRun, spawnOptions } from './run.ts';

/** Settings of PostgreSQL by their own names. */
export type Settings = Readonly<Record<string, string>>;

/** The server did not start for a reason that may be over at the next try. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly reason: 'port taken' | 'data still in use';

  constructor(reason: NotYet['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Starts a server on the cluster, detached from this process, and waits until it takes connections, which after a
 * crash includes the recovery. Throws NotYet or CannotStart.
 */
export async function launch(cluster: Cluster, binaries: string, settings: Settings): Promise<Postmaster> {
  const log = under(cluster.folder, 'server.log');
  const logged = rotate(log);
  const child = spawnServer(cluster, binaries, settings, log);
  let failure: Error | null = null;
  let hasEnded = false;
  child.on('error', (error) => {
    failure = cannotRun(child.spawnfile, error);
  });
  child.on('exit', () => {
    hasEnded = true;
  });
  child.unref();
  for (;;) {
    const postmaster = findPostmaster(cluster.data);
    if (postmaster?.isReady) return postmaster;
    if (failure) throw failure;
    if (hasEnded && !postmaster) throw toFailure(cluster, log, logged);
    await sleep(10);
  }
}

/** Stops the server: transactions in progress are rolled back, everything committed is on the disk. */
export async function stopServer(cluster: Cluster, binaries: string): Promise<void> {
  const running = findPostmaster(cluster.data);
  if (!running) return;
  if (process.platform === 'win32') {
    const args = ['stop', '-m', 'fast', '-D', cluster.data];
    spawn(under(binaries, 'bin', 'pg_ctl.exe'), args, {
      ...spawnOptions(null, cluster.folder),
      stdio: 'ignore',
    });
  } else {
    process.kill(running.pid, 'SIGINT');
  }
  const deadline = Date.now() + 60_000;
  while (findPostmaster(cluster.data)?.pid === running.pid && Date.now() < deadline) await sleep(10);
}

function spawnServer(cluster: Cluster, binaries: string, settings: Settings, log: string): ChildProcess {
  const options = { ...spawnOptions(cluster.user, cluster.folder), detached: true };
  const flags = Object.entries({ ...FIXED, ...memorySettings(), ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // The server refuses an administrator of Windows; pg_ctl gives those rights up for it.
  if (process.platform === 'win32') {
    const quoted = flags.map((flag) => `"${flag}"`).join(' ');
    const args = ['start', '-w', '-D', cluster.data, '-l', log, '-o', quoted];
    return spawn(under(binaries, 'bin', 'pg_ctl.exe'), args, { ...options, stdio: 'ignore' });
  }
  const output = openSync(log, 'a', 0o600);
  try {
    const args = ['-D', cluster.data, ...flags];
    return spawn(under(binaries, 'bin', 'postgres'), args, { ...options, stdio: ['ignore', output, output] });
  } finally {
    closeSync(output);
  }
}

const FIXED: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  cluster_name: 'lookback',
};

/** Keeps the log from growing for ever, with one older part; answers the length of what is there. */
function rotate(log: string): number {
  const length = existsSync(log) ? statSync(log).size : 0;
  if (length < 1_000_000) return length;
  renameSync(log, `${log}.1`);
  return 0;
}

function toFailure(cluster: Cluster, log: string, logged: number): Error {
  const said = existsSync(log) ? readFileSync(log).subarray(logged).toString('utf8') : '';
  if (/Address already in use|could not bind/.test(said)) return new NotYet('port taken');
  if (/pre-existing shared memory block|lock file ".*" already exists/.test(said)) {
    return new NotYet('data still in use');
  }
  if (/No space left on device|Disk quota exceeded/.test(said)) return diskFull(cluster.folder);
  const lines = said.trim().split('\n');
  const reason = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? '';
  const words = reason.replace(/^.*?(FATAL|PANIC):\s*/, '') || 'it said nothing';
  return new CannotStart(
    `The embedded database in ${cluster.folder} does not start: ${words}. More is in ${log}.`,
  );
}
