import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lockfileProblems, readLockfile } from './lockfile.mjs';

const optional = (...names: string[]) => ({
  optionalDependencies: Object.fromEntries(names.map((name) => [name, '1'])),
});

describe('a lockfile', () => {
  it('is whole when each optional package of a package is in it, beside or above', () => {
    const packages = {
      '': optional('pg-linux'),
      'node_modules/pg-linux': {},
      'node_modules/tool': optional('tool-linux', 'tool-mac'),
      'node_modules/tool-linux': {},
      'node_modules/tool/node_modules/tool-mac': {},
      'node_modules/a/node_modules/@b/c': optional('c-linux', 'pg-linux'),
      'node_modules/a/node_modules/c-linux': {},
    };
    expect(lockfileProblems({ packages })).toEqual([]);
  });

  it('is not whole when one of two platforms was dropped', () => {
    const packages = {
      '': optional('gone'),
      'node_modules/@b/tool': optional('tool-linux', 'tool-mac'),
      'node_modules/tool-linux': {},
    };
    expect(lockfileProblems({ packages })).toEqual([
      'package.json names gone, which the lockfile lacks',
      '@b/tool names tool-mac, which the lockfile lacks',
    ]);
  });

  it('of this project is whole', () => {
    const lock = readLockfile(fileURLToPath(new URL('../..', import.meta.url)));
    expect(lockfileProblems(lock)).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  });
});
