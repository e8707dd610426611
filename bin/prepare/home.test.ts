import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkHome, toStop } from './home.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lookback-home-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('a home that is not there yet is made, and the probe leaves nothing behind', () => {
  const home = join(folder, 'a', 'b');
  checkHome(home, 1);
  expect(readdirSync(home)).toEqual([]);
});

it('149 MB free are too few, 150 are enough', () => {
  expect(() => checkHome(folder, 150, () => 149)).toThrow(/nearly full: 149 MB are free, 150 MB are needed/);
  expect(() => checkHome(folder, 150, () => 150)).not.toThrow();
});

it.skipIf(process.platform !== 'linux')(
  'a home in a place that takes no folders is refused at once, without waiting for ever',
  () => {
    const began = performance.now();
    expect(() => checkHome('/proc/nope/home', 1)).toThrow(
      'the folder /proc/nope/home cannot be written (ENOENT). Make it writable or set LOOKBACK_HOME to another folder.',
    );
    expect(performance.now() - began).toBeLessThan(1000);
  },
);

it('a home below a file is refused', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => checkHome(join(folder, 'file', 'home'), 1)).toThrow(/cannot be written \(ENOTDIR\)/);
});

it.each(['ENOSPC', 'EDQUOT'])('%s is said as a full disk', (code) => {
  expect(toStop(Object.assign(new Error(), { code }), '/home').message).toMatch(
    /^the disk of \/home is full/,
  );
});

it.each(['EACCES', 'EROFS', 'EPERM', 'ENOTDIR'])('%s is said as a folder that cannot be written', (code) => {
  expect(toStop(Object.assign(new Error(), { code }), '/home').message).toMatch(
    /^the folder \/home cannot be written/,
  );
});
