import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * A Chromium-like browser for the browser tests: one that is installed, else Playwright's, else Debian's.
 * @param {string} root folder of the project, where Playwright is installed
 * @param {(line: string) => void} say hears what is being fetched
 * @returns {string} path of the program
 * @throws {Error} with one line that says how to install one
 */
export function findBrowser(root, say = () => {}) {
  const works = (path) => existsSync(path) && (process.platform === 'win32' || runs(path, ['--version']));
  const found = () => [...installedPaths(), playwrightPath(root)].find((path) => path && works(path));
  const present = found();
  if (present) return present;
  for (const fetch of [fetchByPlaywright, fetchByDebian]) {
    if (!fetch(root, say)) continue;
    const path = found();
    if (path) return path;
  }
  throw new Error(
    'No browser for the browser tests: none is installed, and neither Playwright nor apt-get could fetch one. ' +
      'Install Chrome, Chromium or Edge and run the tests again.',
  );
}

/**
 * Where a browser may be installed on this platform, best first; the paths need not exist.
 * @returns {string[]}
 */
export function installedPaths(platform = process.platform, env = process.env) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    (folder) => folder,
  );
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Playwright's own browser, whether or not it has been fetched; null without Playwright. */
function playwrightPath(root) {
  try {
    return createRequire(join(root, 'package.json'))('@playwright/test').chromium.executablePath();
  } catch {
    return null;
  }
}

function fetchByPlaywright(root, say) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  if (!existsSync(cli)) return false;
  say('No browser is installed. Fetching Chromium by Playwright.');
  return runs(process.execPath, [cli, 'install', 'chromium'], 300_000);
}

function fetchByDebian(_root, say) {
  const isDebianRoot =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!isDebianRoot) return false;
  say('Playwright could not fetch one. Installing the chromium package by apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  runs('apt-get', ['update', '-q'], 300_000, env);
  return runs('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], 600_000, env);
}

function runs(program, args, timeout = 20_000, env = process.env) {
  return spawnSync(program, args, { stdio: 'ignore', timeout, env }).status === 0;
}
