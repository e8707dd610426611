import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type EmbeddedOptions, startEmbedded } from '@/db/embedded.ts';
import { attachProgram } from '@/db/testing/programs.ts';
import {
  CARELESS,
  dataOf,
  homeWithCluster,
  killServer,
  scratchFolder,
  serverOf,
  unlinkedBinaries,
} from '@/db/testing/scratch-home.ts';

const ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;

test.runIf(ROOT)('started by root, the server runs as another account, which owns the data', async () => {
  const home = await homeWithCluster();
  await start(home);
  const owner = statSync(dataOf(home)).uid;
  expect(owner).not.toBe(0);
  expect(statSync(`/proc/${serverOf(home)?.pid}`).uid).toBe(owner);
});

test.runIf(ROOT)(
  'under a folder of mode 0700 the cluster lies elsewhere, and a link in the home leads there',
  async () => {
    const closed = scratchFolder();
    chmodSync(closed, 0o700);
    const elsewhere = join(scratchFolder(), 'elsewhere');
    const home = join(closed, 'home');
    await (await start(home, { elsewhere })).leave();
    expect(lstatSync(join(home, 'postgres')).isSymbolicLink()).toBe(true);
    expect(realpathSync(join(home, 'postgres'), 'utf8').startsWith(elsewhere)).toBe(true);
    await start(home, { elsewhere });
    expect(readdirSync(elsewhere)).toHaveLength(1);
  },
);

test.runIf(ROOT)('a cluster that its account cannot reach any more is named with the remedy', async () => {
  const home = await homeWithCluster();
  chmodSync(join(home, '..'), 0o700);
  await expect(start(home)).rejects.toThrow(`cannot reach ${join(home, 'postgres')} any more`);
});

test.runIf(ROOT)(
  'an ordinary user runs it from a copy where binaries without links cannot be written',
  async () => {
    const native = unlinkedBinaries();
    const folder = scratchFolder();
    chmodSync(folder, 0o777);
    const home = join(folder, 'home');
    const program = await attachProgram(home, { native, uid: NOBODY });
    expect(program.refusal).toBeUndefined();
    expect(statSync(dataOf(home)).uid).toBe(NOBODY);
    expect(readdirSync(join(home, 'postgres')).some((name) => name.startsWith('binaries-'))).toBe(true);
    expect(await program.leave()).toBe(true);
  },
);

test.runIf(ROOT)(
  'data of an ordinary user are served to root as that user, and stay that one’s',
  async () => {
    const folder = scratchFolder();
    chmodSync(folder, 0o777);
    const home = join(folder, 'home');
    await (await attachProgram(home, { uid: NOBODY })).leave();
    await (await start(home)).leave();
    expect(statSync(dataOf(home)).uid).toBe(NOBODY);
    const again = await attachProgram(home, { uid: NOBODY });
    expect(again.refusal).toBeUndefined();
  },
);

test.runIf(ROOT)('a home that cannot be written is refused in one line', async () => {
  const home = join(scratchFolder(), 'home');
  const { refusal } = await attachProgram(home, { uid: NOBODY });
  expect(refusal).toBe(
    `CannotStart: Lookback cannot use its home ${home}: ${home} is not accessible to this user (EACCES). ` +
      'Correct its owner and permissions, or set LOOKBACK_HOME to a folder that can be written.',
  );
});

test('a home that is a file is refused in one line', async () => {
  const home = join(scratchFolder(), 'home');
  writeFileSync(home, '');
  await expect(start(home)).rejects.toThrow(`${home} is a file where a folder is needed (EEXIST)`);
});

test.runIf(process.platform === 'linux')(
  'a home where no folder can be made is refused in one line',
  async () => {
    await expect(start('/proc/lookback/home')).rejects.toThrow(
      '/proc/lookback is not a place where a folder can be made (ENOENT)',
    );
  },
);

test('data of another major version are refused and left as they are', async () => {
  const home = await homeWithCluster();
  writeFileSync(join(dataOf(home), 'PG_VERSION'), '16\n');
  const before = readdirSync(dataOf(home)).sort();
  await expect(start(home)).rejects.toThrow(
    /were made by PostgreSQL 16, and this Lookback carries PostgreSQL 18/,
  );
  expect(readdirSync(dataOf(home)).sort()).toEqual(before);
});

test('a cluster that was half made when its start was killed is cleared away, not used', async () => {
  const home = scratchFolder();
  const elsewhere = scratchFolder();
  mkdirSync(join(home, 'postgres-new-abc', 'data'), { recursive: true });
  writeFileSync(join(home, 'postgres-new-abc', 'data', 'PG_VERSION'), '18\n');
  symlinkSync(elsewhere, join(home, 'postgres-new-def'));
  await start(home);
  expect(readdirSync(home).sort()).toEqual(['postgres', 'starting']);
  expect(existsSync(elsewhere)).toBe(false);
});

test('a damaged cluster is named and nothing is put in its place', async () => {
  const home = await homeWithCluster();
  rmSync(join(home, 'postgres', 'passwords.json'));
  await expect(start(home)).rejects.toThrow(/is damaged: passwords.json is missing/);
  expect(existsSync(join(home, 'postgres', 'passwords.json'))).toBe(false);
});

test('a link to a cluster whose disk is away is not taken for an empty home', async () => {
  const home = await homeWithCluster();
  const disk = join(scratchFolder(), 'disk');
  renameSync(join(home, 'postgres'), join(home, 'moved'));
  symlinkSync(disk, join(home, 'postgres'));
  await expect(start(home)).rejects.toThrow(
    `points to ${disk}, where the database was kept, and nothing is there`,
  );
});

test('a full disk is said as such, and what initdb had begun is gone', async () => {
  const native = join(scratchFolder(), 'package', 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  for (const name of ['postgres', 'initdb']) {
    writeFileSync(
      join(native, 'bin', name),
      '#!/bin/sh\necho "initdb: error: could not write file: No space left on device" >&2\nexit 1\n',
      { mode: 0o755 },
    );
  }
  const home = scratchFolder();
  await expect(start(home, { native })).rejects.toThrow(`The disk that holds ${home} is full.`);
  expect(readdirSync(home)).toEqual(['starting']);
});

test('the lock file of a killed server starts a new one also when its number was given to another process', async () => {
  const home = await homeWithCluster();
  const killed = await attachProgram(home);
  await killed.kill();
  await killServer(home);
  const { uid, gid } = statSync(dataOf(home));
  const stranger = spawn('sleep', ['60'], ROOT ? { uid, gid } : {});
  onTestFinished(() => {
    stranger.kill('SIGKILL');
  });
  const lockFile = join(dataOf(home), 'postmaster.pid');
  const lines = readFileSync(lockFile, 'utf8').split('\n');
  writeFileSync(lockFile, [stranger.pid, ...lines.slice(1)].join('\n'));
  await start(home);
  expect(serverOf(home)?.pid).not.toBe(stranger.pid);
  expect(stranger.exitCode).toBeNull();
});

async function start(home: string, options: EmbeddedOptions = {}) {
  const embedded = await startEmbedded(home, { settings: CARELESS, say: () => {}, ...options });
  onTestFinished(async () => {
    await embedded.leave();
  });
  return embedded;
}
