import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSecret } from './secret.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lookback-secret-'));
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

it('the setting comes first and nothing is written', () => {
  expect(loadSecret({ secret: 'from the environment', home: join(home, 'absent') })).toBe(
    'from the environment',
  );
  expect(() => statSync(join(home, 'absent'))).toThrow('ENOENT');
});

it('without a setting, 32 random bytes are made once and kept', () => {
  const first = loadSecret({ secret: null, home });
  expect(Buffer.from(first, 'base64')).toHaveLength(32);
  expect(loadSecret({ secret: null, home })).toBe(first);
  expect(readFileSync(join(home, 'secret'), 'utf8').trim()).toBe(first);
});

it('two homes have two secrets, and a home that is not there yet is made', () => {
  const nested = join(home, 'one', 'two');
  expect(loadSecret({ secret: null, home: nested })).not.toBe(loadSecret({ secret: null, home }));
});

it.skipIf(process.platform === 'win32')('nobody else can read it', () => {
  loadSecret({ secret: null, home });
  expect(statSync(join(home, 'secret')).mode & 0o777).toBe(0o600);
});

it('a secret of 5 characters is refused rather than replaced', () => {
  writeFileSync(join(home, 'secret'), 'abcde\n');
  expect(() => loadSecret({ secret: null, home })).toThrow(/cut off \(5 characters\)/);
  expect(readFileSync(join(home, 'secret'), 'utf8')).toBe('abcde\n');
});

it.skipIf(process.platform !== 'linux')('a home that cannot be made is said at once', () => {
  expect(() => loadSecret({ secret: null, home: '/proc/nope/home' })).toThrow(/ENOENT/);
});

it('a home that is a file is an error of its own, not a missing secret', () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  chmodSync(file, 0o600);
  expect(() => loadSecret({ secret: null, home: file })).toThrow(/ENOTDIR|EEXIST/);
});
