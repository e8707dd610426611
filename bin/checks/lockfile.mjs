import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The optional packages that some package names but the lockfile has lost, as npm drops those that its registry did not
 * serve on the day: people on that platform would miss their binary.
 * @param {{ packages: Record<string, { version?: string, optionalDependencies?: Record<string, string> }> }} lock
 * @returns {string[]} one line each; none when the lockfile is whole
 */
export function lockfileProblems({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, path, name))
      .map(
        (name) =>
          `${path.replace(/^.*node_modules\//, '') || 'package.json'} names ${name}, which the lockfile lacks`,
      ),
  );
}

/** @param {string} root folder of the project */
export function readLockfile(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
}

/** Looks where Node would: beside the package that needs it, then in each folder above. */
function isLocked(packages, path, name) {
  const nested = path === '' ? '' : `${path}/`;
  if (packages[`${nested}node_modules/${name}`]) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return isLocked(packages, above === -1 ? '' : path.slice(0, above), name);
}
