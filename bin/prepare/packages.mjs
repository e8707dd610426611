import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './program.mjs';
import { Stop } from './stop.mjs';

const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED/;

// npm waits for more than a minute before it gives up without a network.
const SOON = ['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Installs the packages of the lockfile unless they are there as it says.
 * @param {string} root folder of the project
 * @param {(line: string) => void} say
 */
export async function installIfNeeded(root, say) {
  const reason = installReason(root);
  if (reason === null) return;
  say(`Installing packages, since ${reason}. This takes about a minute.`);
  const exact = await npm(root, ['ci']);
  if (exact.status === 0) return;
  const outOfStep = /EUSAGE|npm ci.* can only install/s.test(exact.output);
  if (!outOfStep) throw toStop(exact.output);
  say('package-lock.json and package.json do not agree; installing what package.json asks for.');
  const loose = await npm(root, ['install', '--no-save']);
  if (loose.status !== 0) throw toStop(loose.output);
}

/**
 * Why packages have to be installed, or null: compares what npm noted in node_modules with the lockfile.
 * @param {string} root folder of the project
 * @returns {string | null}
 */
export function installReason(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  if (wanted === null)
    throw new Stop(`package-lock.json is missing in ${root}. Get a whole copy of the project.`);
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (present === null) return 'there are none yet';
  const other = Object.entries(wanted).find(
    ([path, entry]) => path !== '' && !isPresent(entry, present[path]),
  );
  return other ? `${other[0].replace(/^.*node_modules\//, '')} is not the one of package-lock.json` : null;
}

/** Packages for other platforms are in the lockfile and not on the disk. */
function isPresent(wanted, present) {
  if (!present) return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  return wanted.version === present.version && wanted.integrity === present.integrity;
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** The npm that started this program, where it says so, else the one on the path. */
async function npm(root, args) {
  const started = process.env.npm_execpath;
  const options = { cwd: root, env: { ...process.env, NODE_ENV: '' } };
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error', ...SOON];
  const isNpm = started && basename(started) === 'npm-cli.js';
  const result = isNpm
    ? await run(process.execPath, [started, ...all], options)
    : await run('npm', all, { ...options, shell: process.platform === 'win32' });
  if (result.status > 128) process.exit(result.status);
  return result;
}

function toStop(output) {
  if (OFFLINE.test(output)) {
    return new Stop(
      'the packages could not be fetched, for the npm registry does not answer. Connect to the network and start again; later starts need none.',
    );
  }
  if (/ENOSPC/.test(output))
    return new Stop('the disk of the project is full (ENOSPC). Free 2 GB and start again.');
  if (/^npm: .*ENOENT/m.test(output))
    return new Stop('npm is not on the path. Install Node.js with npm and start again.');
  console.error(output.trimEnd());
  return new Stop('the packages could not be installed; npm said why above.');
}
