import { posix } from 'node:path';

/** Which rooms a room may import from, the narrowest prefix first, and the words for who tries another. */
const DOORS = [
  {
    room: 'app/_ui/',
    may: ['app/_ui/', 'lib/'],
    door: 'Shared components take props: let the page ask and hand the answer in.',
  },
  {
    room: 'app/',
    may: ['app/', 'db/reports/', 'db/commands/', 'db/accounts/', 'lib/'],
    door: 'Pages ask db/reports, change by db/commands and know who asks by db/accounts; the rest of db is behind them.',
  },
  {
    room: 'db/',
    may: ['db/', 'lib/'],
    door: 'db imports db and lib only: give what it needs as an argument.',
  },
  {
    room: 'lib/',
    may: ['lib/'],
    door: 'lib imports nothing of ours but lib: take rows and values as arguments, and let db or app call it.',
  },
  { room: 'bin/', may: ['bin/', 'db/', 'lib/'], door: 'Commands stand on db and lib, beside the app.' },
  { room: 'e2e/', may: ['e2e/', 'db/', 'lib/', 'bin/'], door: 'Browser tests look at the app from outside.' },
  { room: '', may: ['db/', 'lib/', 'bin/'], door: 'The top level opens db and lib only.' },
];

const TESTING = ['lib/', 'bin/', 'db/testing/'];
const NOT_IN_LIB =
  /^(react|react-dom|react-is|next|server-only|client-only|drizzle-orm|postgres|better-auth|recharts|lucide-react|pino|@base-ui|@tanstack|@duckdb|@playwright)(\/|$)/;
const NODE_IN_LIB = /^node:(stream|buffer|zlib|crypto)(\/|$)/;
const SHOWN_BY_UI = /^lib\/(format|charts|filters|taxonomy|measures)/;
const SQL = /^(drizzle-orm|postgres|@duckdb\/node-api)(\/|$)/;

/**
 * What is wrong with an import in this file, with the right door; null when nothing is.
 * @param {string} path of the file, from the root of the project
 * @param {import('./house.mjs').Import} one
 * @returns {string | null}
 */
export function doorProblem(path, one) {
  const target = ownTarget(path, one.from);
  return target === null ? packageProblem(path, one.from) : ownProblem(path, target, one);
}

/** The imported file of ours from the root of the project; null for a package. */
function ownTarget(path, from) {
  if (from.startsWith('@/')) return from.slice(2);
  return from.startsWith('.') ? posix.join(posix.dirname(path), from) : null;
}

function ownProblem(path, target, one) {
  const { room, may, door } = DOORS.find((entry) => path.startsWith(entry.room));
  const isTest = /\.(test|spec)\.tsx?$/.test(path);
  const allowed = isTest ? [...may, ...TESTING] : may;
  if (room === '' ? target.startsWith('app/') : !allowed.some((prefix) => target.startsWith(prefix)))
    return door;
  if (room === '' && path === 'instrumentation.ts' && !one.isDynamic && !one.isType) {
    return 'Import it by import() inside the guard for the Node runtime.';
  }
  if (
    room === 'app/_ui/' &&
    !isTest &&
    target.startsWith('lib/') &&
    !one.isType &&
    !SHOWN_BY_UI.test(target)
  ) {
    return 'Shared components take types from lib, and formatters, chart models, filters and labels; the rest is done before.';
  }
  return spellingProblem(path, target, one.from);
}

function spellingProblem(path, target, from) {
  const first = (file) => file.split('/')[0];
  // The generator of migrations knows no aliases.
  const knowsAliases = path.includes('/') && !path.startsWith('db/schema/');
  if (from.startsWith('.') && knowsAliases && first(path) !== first(target))
    return `Across rooms write "@/${target}".`;
  if (!/\.(tsx?|mjs|css|json|svg)$/.test(from))
    return 'Write the extension too: scripts and tests run without a bundler.';
  return null;
}

function packageProblem(path, from) {
  if (path.startsWith('lib/') && !/\.test\.tsx?$/.test(path)) return libProblem(path, from);
  if (path.startsWith('app/') && SQL.test(from))
    return 'No SQL in the app: ask a function of db/reports or call one of db/commands.';
  if (path.startsWith('db/') && /^(react|react-dom|next|server-only)(\/|$)/.test(from)) {
    return 'db knows no pages: let the caller in app pass what it needs.';
  }
  if (from === 'server-only' && !path.startsWith('app/_server/'))
    return 'It throws in scripts: import it in app/_server only.';
  return null;
}

function libProblem(path, from) {
  if (NOT_IN_LIB.test(from))
    return 'lib is pure TypeScript: what draws belongs to app/_ui, what asks or stores to db.';
  if (!from.startsWith('node:') || NODE_IN_LIB.test(from)) return null;
  if (path === 'lib/env.ts' && from === 'node:fs') return null;
  return 'lib has no files, sockets or processes: take a stream or the content as an argument.';
}
