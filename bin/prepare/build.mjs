import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './program.mjs';
import { Stop } from './stop.mjs';

const FOLDERS = ['app', 'db', 'lib', 'public'];
const FILES = ['package-lock.json', 'next.config.mjs', 'tsconfig.json', 'instrumentation.ts', 'proxy.ts'];

/**
 * Builds the program unless the last build was made from the same sources.
 * @param {string} root folder of the project
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 */
export async function buildIfNeeded(root, env, say) {
  const sources = hashSources(root);
  const stamp = join(root, '.next', 'lookback-sources');
  if (existsSync(join(root, '.next', 'BUILD_ID')) && readOrNull(stamp) === sources) return;
  say('Building. This takes about a minute.');
  const started = Date.now();
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const result = await run(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (result.status > 128) process.exit(result.status);
  if (result.status !== 0) throw toStop(result.output);
  writeFileSync(stamp, sources);
  say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * One value for all that a build depends on: the same content gives the same value, whatever the dates of the files.
 * @param {string} root folder of the project
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  const files = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    listSources(root, folder),
  );
  for (const file of [...files.sort(), ...FILES.filter((name) => existsSync(join(root, name)))]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listSources(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return path === 'db/testing' ? [] : listSources(root, path);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}

function toStop(output) {
  if (/ENOSPC|No space left on device/.test(output)) {
    return new Stop('the disk of the project is full (ENOSPC). Free 1 GB and start again.');
  }
  console.error(output.trimEnd());
  return new Stop('the build failed; why is above.');
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
