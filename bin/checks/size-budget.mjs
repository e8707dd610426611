import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

const FIRST_LOAD = 200_000;
/** Tables that sort, resize and scroll a million rows in the browser. */
const TABLE_PAGES = ['/(review)/incidents/page'];
const TABLE_LOAD = 225_000;
const LATE_LOAD = 130_000;

/**
 * @typedef {{ file: string, bytes: number }} Chunk bytes as they travel, compressed
 * @typedef {{ page: string, chunks: Chunk[] }} PageLoad what a page loads before it can be used
 * @typedef {{ from: string, chunks: Chunk[] }} LateLoad what some part of a page loads when it is first needed
 */

/**
 * What in a build is larger than it may be: one line for each page and each part that is loaded late.
 * @param {{ pages: PageLoad[], late: LateLoad[] }} build
 * @returns {string[]}
 */
export function sizeProblems({ pages, late }) {
  if (pages.length === 0) return ['The build has no pages whose size could be told.'];
  const loads = [
    ...pages.map(({ page, chunks }) => ({
      what: `${page} loads`,
      chunks,
      most: TABLE_PAGES.includes(page) ? TABLE_LOAD : FIRST_LOAD,
    })),
    ...late.map(({ from, chunks }) => ({ what: `a part of ${from} loads late`, chunks, most: LATE_LOAD })),
  ];
  return loads
    .filter(({ chunks, most }) => sum(chunks) > most)
    .map(
      ({ what, chunks, most }) =>
        `${what} ${kilobytes(sum(chunks))} kB of JavaScript, ${most / 1000} kB at most: ${list(chunks)}.`,
    );
}

/**
 * Reads what each page of a build loads first, and what its parts load when they are needed.
 * @param {string} root folder of the project
 * @returns {{ pages: PageLoad[], late: LateLoad[] }}
 */
export function readBuild(root) {
  const folder = join(root, '.next');
  const { rootMainFiles } = JSON.parse(readFileSync(join(folder, 'build-manifest.json'), 'utf8'));
  const toChunks = (files) => files.map((file) => ({ file, bytes: sizeOf(join(folder, file)) }));
  const pages = readManifests(join(folder, 'server', 'app')).map(({ page, entryJSFiles }) => ({
    page,
    chunks: toChunks([...new Set([...rootMainFiles, ...Object.values(entryJSFiles ?? {}).flat()])]),
  }));
  const first = new Set(pages.flatMap(({ chunks }) => chunks.map(({ file }) => file)));
  const late = new Map();
  for (const from of first) {
    for (const files of lateGroups(readFileSync(join(folder, from), 'utf8'))) {
      const more = files.filter((file) => file.endsWith('.js') && !first.has(file));
      if (more.length > 0) late.set(more.join(' '), { from, chunks: toChunks(more) });
    }
  }
  return { pages, late: [...late.values()] };
}

/** The manifests are scripts that write into an object of their own. */
function readManifests(folder) {
  if (!existsSync(folder)) return [];
  const context = createContext({});
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/(^|[\\/])page_client-reference-manifest\.js$/.test(String(name))) continue;
    runInContext(readFileSync(join(folder, String(name)), 'utf8'), context);
  }
  const manifests = runInContext('globalThis.__RSC_MANIFEST ?? {}', context);
  return Object.entries(manifests).map(([page, { entryJSFiles }]) => ({ page, entryJSFiles }));
}

/** The groups of files that a chunk asks for by import(). */
function lateGroups(code) {
  const groups = [...code.matchAll(/Promise\.all\((\["static\/chunks\/[^\]]*\])\.map/g)];
  return groups.map(([, files]) => JSON.parse(files));
}

const sizes = new Map();

function sizeOf(path) {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const bytes = gzipSync(readFileSync(path)).length;
  sizes.set(path, bytes);
  return bytes;
}

const sum = (chunks) => chunks.reduce((all, { bytes }) => all + bytes, 0);

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

function list(chunks) {
  return [...chunks]
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`)
    .join(', ');
}
