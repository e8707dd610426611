import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from '../prepare/build.mjs';
import { run } from '../prepare/program.mjs';
import { Stop } from '../prepare/stop.mjs';
import { findBrowser } from './browser.mjs';
import { lockfileProblems, readLockfile } from './lockfile.mjs';
import { readBuild, sizeProblems } from './size-budget.mjs';
import { FAILED, PASSED, readCounts, readFailures, settle } from './summary.mjs';

const LIMIT_MS = 20 * 60_000;

/**
 * @typedef {{ root: string, reports: string, env: NodeJS.ProcessEnv, isLong: boolean }} Run
 * @typedef {{ counts: import('./summary.mjs').Counts, output?: string, failures?: string[] }} Outcome output is shown
 *   after a failure, the failures' names at the end of the run
 * @typedef {{ name: string, isLong?: true, needs?: string, run: (run: Run) => Promise<Outcome> }} Stage
 */

/** Everything that is checked, in this order. @type {Stage[]} */
export const STAGES = [
  { name: 'format', run: (run) => check(run, BIOME, ['format']) },
  {
    name: 'lint',
    run: (run) => check(run, BIOME, ['ci', '--formatter-enabled=false', '--error-on-warnings']),
  },
  { name: 'types', run: checkTypes },
  { name: 'lockfile', run: checkLockfile },
  { name: 'unit', run: (run) => vitest(run, 'lib') },
  { name: 'database', run: (run) => vitest(run, 'db') },
  { name: 'long', isLong: true, run: runLongTests },
  { name: 'build', run: build },
  { name: 'size', needs: 'build', run: checkSize },
  { name: 'browser', needs: 'build', run: runBrowserTests },
];

const BIOME = '@biomejs/biome/bin/biome';

async function check({ root, env }, tool, args) {
  const { status, output } = await run(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    env,
    limitMs: LIMIT_MS,
  });
  return { counts: status === 0 ? PASSED : FAILED, output };
}

/** The types of the routes are generated, and a bare clone has none. */
async function checkTypes(context) {
  const generated = await check(context, 'next/dist/bin/next', ['typegen']);
  return generated.counts === FAILED
    ? generated
    : check(context, 'typescript/bin/tsc', ['--noEmit', '-p', '.']);
}

async function checkLockfile({ root }) {
  const problems = lockfileProblems(readLockfile(root));
  return { counts: problems.length === 0 ? PASSED : FAILED, output: problems.join('\n') };
}

async function vitest({ root, reports, env }, project) {
  const report = join(reports, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const tool = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status, output } = await run(process.execPath, [tool, ...args], {
    cwd: root,
    env,
    limitMs: LIMIT_MS,
  });
  return { counts: settle(readCounts(report), status), output, failures: readFailures(report, root) };
}

async function runLongTests(context) {
  const rooms = ['lib', 'db', 'bin'].map((room) => join(context.root, room));
  const isThere = rooms.some((room) =>
    readdirSync(room, { recursive: true }).some((path) => String(path).endsWith('.long.test.ts')),
  );
  return isThere ? vitest(context, 'long') : { counts: { passed: 0, failed: 0, skipped: 0 } };
}

async function build({ root, env }) {
  try {
    await buildIfNeeded(root, env, () => {});
    return { counts: PASSED };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { counts: FAILED, output: error.message };
  }
}

async function checkSize({ root }) {
  const problems = sizeProblems(readBuild(root));
  return { counts: problems.length === 0 ? PASSED : FAILED, output: problems.join('\n') };
}

async function runBrowserTests({ root, reports, env, isLong }) {
  const report = join(reports, 'browser.json');
  const selection = isLong ? [] : ['--grep-invert', '@long'];
  const args = ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json', ...selection];
  const tool = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  try {
    const browser = findBrowser(root, console.log);
    const more = { LOOKBACK_TEST_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const { status, output } = await run(process.execPath, [tool, ...args], {
      cwd: root,
      env: { ...env, ...more },
      limitMs: LIMIT_MS,
    });
    return { counts: settle(readCounts(report), status), output, failures: readFailures(report, root) };
  } catch (error) {
    return { counts: FAILED, output: error.message };
  }
}
