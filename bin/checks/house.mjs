import { doorProblem } from './house-doors.mjs';

const MOST_LINES = 220;
const VAGUE = /^(utils?|helpers?|common|types?|data|misc|index)$/;
const ROOT_FILES = [
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'drizzle.config.ts',
  'vitest.config.ts',
  'next-env.d.ts',
];

/** @typedef {{ path: string, text: string }} Source path from the root of the project, with forward slashes */

/**
 * What in a source file breaks the laws of the house: one line each, with file, line, what and the right door.
 * @param {Source} source
 * @returns {string[]}
 */
export function houseProblems(source) {
  if (source.path === 'next-env.d.ts') return [];
  return [
    ...nameProblems(source),
    ...sizeProblems(source),
    ...importProblems(source),
    ...lineProblems(source),
    ...linkProblems(source),
  ];
}

function nameProblems({ path }) {
  if (!path.includes('/') && !ROOT_FILES.includes(path)) {
    return [`${path}: no source files at the top level but ${ROOT_FILES.join(', ')}; put it into a room.`];
  }
  const bare = (name) => name.replace(/^[([_.]+|[)\]]+$/g, '');
  const names = path
    .split('/')
    .map((name, depth, all) =>
      depth === all.length - 1 ? name.replace(/\.(d\.)?(tsx?|mjs)$/, '') : bare(name),
    );
  const problem = (name) => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(name))
      return 'is not kebab-case, such as record-incident.ts';
    if (VAGUE.test(name.split('.')[0])) return 'says nothing; name it after what it holds, without barrels';
    return null;
  };
  return names.flatMap((name) => (problem(name) ? [`${path}: "${name}" ${problem(name)}.`] : []));
}

function sizeProblems({ path, text }) {
  const lines = text.trimEnd().split('\n').length;
  if (lines <= MOST_LINES || isTest(path) || path.startsWith('db/migrations/')) return [];
  return [`${path}: ${lines} lines, ${MOST_LINES} at most; split it where a second subject begins.`];
}

function importProblems({ path, text }) {
  const problems = importsOf(text).flatMap((one) => {
    const problem = doorProblem(path, one);
    return problem ? [`${path}:${one.line} imports "${one.from}". ${problem}`] : [];
  });
  const statements = codeLines(text)
    .map(({ code }) => code)
    .join('\n')
    .trim();
  const isBarrel =
    statements !== '' &&
    statements.replace(/^export\s+(type\s+)?(\*|\{[^}]*\})[^;]*from[^;]*;/gm, '').trim() === '';
  return isBarrel
    ? [...problems, `${path}: a barrel; import each thing from the file that holds it.`]
    : problems;
}

/**
 * @typedef {{ line: number, from: string, isType: boolean, isDynamic: boolean }} Import
 * @param {string} text
 * @returns {Import[]} in the order of the lines; relies on the formatter for where an import begins
 */
export function importsOf(text) {
  const patterns = [
    /^(?:import|export)\s+(?<type>type\s+)?(?:[\w$*{][\w\s$*{},]*?)\s+from\s+['"](?<from>[^'"]+)['"]/gm,
    /^import\s+['"](?<from>[^'"]+)['"]/gm,
    /\b(?<dynamic>import)\(\s*['"](?<from>[^'"]+)['"]/g,
  ];
  const lineAt = (index) => text.slice(0, index).split('\n').length;
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ index, groups }) => ({
      line: lineAt(index),
      from: groups.from,
      isType: groups.type !== undefined,
      isDynamic: groups.dynamic !== undefined,
    }))
    .sort((a, b) => a.line - b.line);
}

/** Laws about what a line may say, wherever the text is not a comment. */
function lineProblems({ path, text }) {
  const laws = LINE_LAWS.filter(({ applies }) => applies(path));
  return codeLines(text).flatMap(({ code, line }) =>
    laws
      .filter(({ pattern }) => pattern.test(code))
      .map(({ pattern, door }) => `${path}:${line} uses ${code.match(pattern)[0]}. ${door}`),
  );
}

/** Elements by their lines, as the formatter lays them out. */
function linkProblems({ path, text }) {
  if (!path.startsWith('app/') || isTest(path)) return [];
  return [...text.matchAll(/<Link(?: .*|\n[\s\S]*?^\s*\/?>)/gm)]
    .filter(([element]) => !/\bprefetch=/.test(element))
    .map(
      ({ index }) =>
        `${path}:${text.slice(0, index).split('\n').length} fetches a page because its link is in sight. Use PageLink, or say prefetch={false}.`,
    );
}

const isPureLib = (path) => path.startsWith('lib/') && path !== 'lib/env.ts' && !isTest(path);

const LINE_LAWS = [
  {
    pattern: /\bDate\.now\(\)|\bnew Date\(\)|\bperformance\.now\(\)/,
    applies: isPureLib,
    door: 'lib has no clock: take `now` as an argument, from the page or the command.',
  },
  {
    pattern: /\bMath\.random\(/,
    applies: isPureLib,
    door: 'lib gives the same answer twice: take a seeded source of numbers as an argument.',
  },
  {
    pattern: /\bprocess\.env\b(?!\.NEXT_RUNTIME|\.NODE_ENV)/,
    applies: (path) => !isTest(path) && !mayReadEnvironment(path),
    door: 'Only lib/env.ts reads the environment: add the setting there and ask env() for it.',
  },
  {
    pattern: /\bsql\.raw\(/,
    applies: (path) => !isTest(path),
    door: 'Text must not become SQL: use a parameter, or choose the column from an allow-list.',
  },
  {
    pattern: /\b(TODO|FIXME)\b|@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore/,
    applies: (path) => !/\bhouse\b/.test(path),
    door: 'Do it now, or leave the line away.',
  },
];

/** Tools before the program, its configurations and the scaffolding of tests. */
function mayReadEnvironment(path) {
  return (
    path === 'lib/env.ts' ||
    path.startsWith('e2e/') ||
    path.startsWith('db/testing/') ||
    path.startsWith('bin/testing/') ||
    path.endsWith('.mjs') ||
    /\.config\.ts$/.test(path)
  );
}

export function isTest(path) {
  return /\.(test|spec)\.tsx?$/.test(path);
}

/** The lines without comments that stand alone or end a line; comments that matter to a law are the tools' own, kept. */
function codeLines(text) {
  return text.split('\n').map((raw, index) => {
    const isComment = /^\s*(\/\/|\/\*|\*)/.test(raw);
    const keepsOrder = /TODO|FIXME|@ts-|biome-ignore/.test(raw);
    const code = isComment ? '' : raw.replace(/\s\/\/\s.*$/, '');
    return { line: index + 1, code: keepsOrder ? raw : code };
  });
}
