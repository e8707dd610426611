import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { houseProblems, importsOf } from '@/bin/checks/house.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['app', 'db', 'lib', 'e2e', 'bin'];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return folder || ROOMS.includes(entry.name) ? sourceFiles(path) : [];
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
  });
}

it('the house stands by its laws', () => {
  const files = sourceFiles('');
  expect(files).toContain('lib/errors.ts');
  expect(
    files.flatMap((path) => houseProblems({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
  ).toEqual([]);
});

/** What stands at the top of the project besides its rooms. */
const AT_THE_TOP = [
  ...[
    '.ci',
    '.env.example',
    '.gitignore',
    '.nvmrc',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
  ],
  ...['SECURITY.md', 'biome.json', 'docs', 'drizzle.config.ts', 'instrumentation.ts', 'next.config.mjs'],
  ...['package-lock.json', 'package.json', 'proxy.ts', 'tsconfig.json', 'vitest.config.ts'],
];

it('nothing lies at the top of the project that has no place there', ({ skip }) => {
  const { status, stdout } = spawnSync('git', ['-c', 'safe.directory=*', 'ls-files'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) skip('this folder is under no version control');
  const names = new Set(stdout.split('\n').map((path) => path.split('/')[0] ?? ''));
  expect([...names].filter((name) => name && ![...ROOMS, ...AT_THE_TOP].includes(name))).toEqual([]);
});

const problems = (path: string, text: string) =>
  houseProblems({ path, text: `${text}\nexport const one = 1;\n` });
const importing = (path: string, from: string, word = 'import { x }') =>
  problems(path, `${word} from '${from}';`);

describe('who may import whom', () => {
  it.each([
    ['app/(review)/page.tsx', '@/db/reports/overview.ts'],
    ['app/(review)/actions.ts', '@/db/commands/import-file.ts'],
    ['app/_server/session.ts', '@/db/accounts/viewer.ts'],
    ['app/_server/session.ts', 'server-only'],
    ['app/_ui/charts/pareto.tsx', '@/lib/charts/chart-model.ts'],
    ['app/layout.tsx', './tokens.css'],
    ['db/reports/overview.ts', '../queries/triggers.ts'],
    ['db/reports/overview.ts', '@/lib/analysis/pareto.ts'],
    ['db/where.ts', 'drizzle-orm'],
    ['lib/intake/read-file.ts', 'node:stream/promises'],
    ['lib/intake/read-file.ts', 'csv-parse'],
    ['lib/env.ts', 'node:fs'],
    ['lib/env.test.ts', 'node:fs'],
    ['bin/import.ts', '@/db/commands/import-file.ts'],
    ['e2e/manager.spec.ts', '@/lib/measures/measure-ids.ts'],
  ])('%s may import %s', (path, from) => {
    expect(importing(path, from)).toEqual([]);
  });

  it.each([
    ['app/(review)/page.tsx', '@/db/queries/triggers.ts', 'Pages ask db/reports'],
    ['app/(review)/page.tsx', '@/db/records.ts', 'Pages ask db/reports'],
    ['app/(review)/page.tsx', 'drizzle-orm', 'No SQL in the app'],
    ['app/(review)/page.tsx', 'server-only', 'app/_server only'],
    ['app/_ui/table/table.tsx', '@/db/reports/overview.ts', 'take props'],
    ['app/_ui/table/table.tsx', '../../_server/session.ts', 'take props'],
    ['app/_ui/table/table.tsx', '@/lib/analysis/pareto.ts', 'take types from lib'],
    ['db/where.ts', '@/app/_server/session.ts', 'db imports db and lib only'],
    ['db/accounts/viewer.ts', 'next/headers', 'db knows no pages'],
    ['lib/analysis/pareto.ts', '@/db/queries/triggers.ts', 'lib imports nothing of ours'],
    ['lib/analysis/pareto.ts', '../../db/where.ts', 'lib imports nothing of ours'],
    ['lib/charts/draw.ts', 'react', 'lib is pure'],
    ['lib/charts/draw.ts', 'next/link', 'lib is pure'],
    ['lib/filters/filters.ts', 'drizzle-orm/pg-core', 'lib is pure'],
    ['lib/intake/read-file.ts', 'node:fs', 'lib has no files'],
    ['lib/intake/read-file.ts', 'node:path', 'lib has no files'],
    ['bin/import.ts', '@/app/page.tsx', 'Commands stand on'],
    ['e2e/manager.spec.ts', '@/app/page.tsx', 'from outside'],
    ['proxy.ts', './app/page.tsx', 'The top level'],
    ['instrumentation.ts', './db/records.ts', 'inside the guard'],
  ])('%s may not import %s', (path, from, door) => {
    expect(importing(path, from)).toEqual([expect.stringContaining(`${path}:1 imports "${from}". `)]);
    expect(importing(path, from)[0]).toContain(door);
  });

  it('types of lib may go into shared components from everywhere', () => {
    expect(
      importing('app/_ui/frame/filter-bar.tsx', '@/lib/analysis/pareto.ts', 'import type { x }'),
    ).toEqual([]);
  });

  it('instrumentation opens db by import() inside its guard', () => {
    expect(problems('instrumentation.ts', "await import('./db/records.ts');")).toEqual([]);
  });

  it('rooms are named by @/ and files with their extension', () => {
    expect(importing('db/where.ts', '../lib/filters/filters.ts')[0]).toContain(
      'Across rooms write "@/lib/filters/filters.ts"',
    );
    expect(importing('db/where.ts', '@/lib/filters/filters')[0]).toContain('Write the extension too');
  });
});

it('imports are found over several lines, as types, for their effect, passed on and when loaded late', () => {
  const text = `import {\n  a,\n  type B,\n} from './one.ts';\nimport type { C } from "./two.ts";\nimport './three.css';
export { d } from './four.ts';\nconst e = await import('./five.ts');\nconst text = "import { f } from './six.ts'";`;
  expect(importsOf(text)).toEqual([
    { line: 1, from: './one.ts', isType: false, isDynamic: false },
    { line: 5, from: './two.ts', isType: true, isDynamic: false },
    { line: 6, from: './three.css', isType: false, isDynamic: false },
    { line: 7, from: './four.ts', isType: false, isDynamic: false },
    { line: 8, from: './five.ts', isType: false, isDynamic: true },
  ]);
});

describe('what a line may say', () => {
  it.each([
    ['lib/filters/filters.ts', 'const now = Date.now();', 'lib has no clock'],
    ['lib/filters/filters.ts', 'const now = new Date();', 'lib has no clock'],
    ['lib/statistics/shuffle.ts', 'const x = Math.random();', 'seeded'],
    ['db/records.ts', 'const url = process.env.DATABASE_URL;', 'Only lib/env.ts reads'],
    ['app/page.tsx', 'const x = sql.raw(column);', 'Text must not become SQL'],
    ['app/page.tsx', '// TODO: later', 'Do it now'],
  ])('%s may not say %s', (path, line, door) => {
    expect(problems(path, line)).toEqual([expect.stringContaining(door)]);
    expect(problems(path, line)[0]).toMatch(new RegExp(`^${path}:1 `));
  });

  it.each([
    ['lib/filters/filters.ts', 'const day = new Date(Date.UTC(2026, 0, 1));'],
    ['lib/filters/filters.ts', '// Date.now() is an argument here'],
    ['lib/filters/filters.test.ts', 'const now = Date.now();'],
    ['db/records.ts', 'const now = new Date();'],
    ['lib/env.ts', 'readEnv(process.env);'],
    ['bin/start.mjs', 'const port = process.env.PORT;'],
    ['instrumentation.ts', "if (process.env.NEXT_RUNTIME === 'nodejs') start();"],
  ])('%s may say %s', (path, line) => {
    expect(problems(path, line)).toEqual([]);
  });
});

describe('what a link may fetch', () => {
  const links = (text: string) => problems('app/(review)/page.tsx', text);

  it('a Link says whether its page is fetched, on one line or on several; a PageLink need not', () => {
    expect(links('<Link href="/">Home</Link>')).toEqual([expect.stringContaining('Use PageLink')]);
    expect(links('a\n  <Link\n    href={() => 1}\n  >\n')).toEqual([
      expect.stringMatching(/^app\/\(review\)\/page.tsx:2 /),
    ]);
    expect(links('<Link href="/" prefetch={false}>Home</Link>')).toEqual([]);
    expect(links('<Link\n  href="/"\n  prefetch={false}\n/>')).toEqual([]);
    expect(links('<PageLink href="/">Home</PageLink>')).toEqual([]);
  });
});

describe('names and sizes', () => {
  it.each([
    'lib/filters/parseFilters.ts',
    'lib/filters/index.ts',
    'lib/utils.ts',
    'db/helpers/rows.ts',
    'app/_ui/types.ts',
    'app/_ui/Button.tsx',
    'notes.ts',
  ])('%s is refused', (path) => {
    expect(problems(path, '')).toEqual([expect.stringContaining(`${path}: `)]);
  });

  it.each([
    'app/(review)/incidents/[id]/page.tsx',
    'app/_ui/charts/control-chart.tsx',
    'app/api/v1/[...path]/route.ts',
    'lib/filters/filters.test.ts',
    'vitest.config.ts',
    'bin/checks/house-doors.mjs',
  ])('%s is taken', (path) => {
    expect(problems(path, '')).toEqual([]);
  });

  it('220 lines are taken and 221 refused, but for tests', () => {
    const lines = (count: number) => 'const a = 1;\n'.repeat(count);
    const sized = (path: string, count: number) => houseProblems({ path, text: lines(count) });
    expect(sized('lib/a.ts', 220)).toEqual([]);
    expect(sized('lib/a.ts', 221)).toEqual([
      'lib/a.ts: 221 lines, 220 at most; split it where a second subject begins.',
    ]);
    expect(sized('lib/a.test.ts', 221)).toEqual([]);
  });

  it('a file that only passes on what others hold is a barrel', () => {
    const text = "export { a } from './a.ts';\nexport * from './b.ts';\n";
    expect(houseProblems({ path: 'lib/filters/all.ts', text })).toEqual([
      expect.stringContaining('a barrel'),
    ]);
  });
});
