import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readLockfile } from './lockfile.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const asked = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
interface Locked {
  resolved?: string;
  integrity?: string;
  license?: string;
  hasInstallScript?: boolean;
}
const installed = Object.entries<Locked>(readLockfile(ROOT).packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

it('each package that is asked for has one exact version; only types, which never run, may move', () => {
  const versions: [string, string][] = [
    ...Object.entries<string>(asked.dependencies),
    ...Object.entries<string>(asked.devDependencies).filter(([name]) => !name.startsWith('@types/')),
    ...Object.entries<string>(asked.optionalDependencies),
  ];
  expect(versions.length).toBeGreaterThan(30);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

it('every package of the lockfile comes from the registry that npm asks, with the digest of its content', () => {
  const strange = installed.filter(
    ([, { resolved, integrity }]) =>
      (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) ||
      !integrity?.startsWith('sha512-'),
  );
  expect(strange.map(([path]) => path)).toEqual([]);
});

it('what may run a program of its own when it is installed is on a list that somebody has read', () => {
  const running = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  const listed = Object.keys(asked.allowScripts);
  expect(running.map(nameOf).filter((name) => !listed.includes(name))).toEqual([]);
});

/** What may be used and passed on with a program under MIT; the LGPL ones are libraries of pictures that come as they are. */
const FREE =
  /^(MIT|MIT-0|ISC|0BSD|Unlicense|Zlib|Python-2\.0|Apache-2\.0|BSD-3-Clause|MPL-2\.0|OFL-1\.1|CC-BY-4\.0|LGPL-3\.0-or-later)$/;
/** Say so in their file LICENSE alone: MIT. */
const UNSAID = ['jstat', 'png-js'];

/** The licences that an expression names, in brackets or not. */
function licencesOf(expression = ''): string[] {
  return expression.replace(/[()]/g, '').split(/ AND | OR /);
}

it('every package comes under a licence that lets people use and pass on Lookback', () => {
  const asksForMore = installed.filter(
    ([path, { license }]) =>
      !UNSAID.includes(nameOf(path)) && !licencesOf(license).every((each) => FREE.test(each)),
  );
  expect(asksForMore.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
