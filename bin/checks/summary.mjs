import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export const PASSED = { passed: 1, failed: 0, skipped: 0 };
export const FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {Counts[]} stages
 * @returns {string} the closing line of a test run
 */
export function summaryLine(stages) {
  const sum = (key) => stages.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The counts of a stage. One that ended badly never counts as all passed: a crash before, between or after its tests
 * is one failure more.
 * @param {Counts | null} counts as its report says; null without a report
 * @param {number} status its exit status
 * @returns {Counts}
 */
export function settle(counts, status) {
  if (counts === null) return FAILED;
  const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
  if ((status !== 0 && counts.failed === 0) || isEmpty) return { ...counts, failed: counts.failed + 1 };
  return counts;
}

/**
 * The counts in the JSON report of Vitest or Playwright; null when the file is absent or cut off.
 * @param {string} path
 * @returns {Counts | null}
 */
export function readCounts(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return report.stats ? fromPlaywright(report.stats) : fromVitest(report);
  } catch {
    return null;
  }
}

/**
 * The names of what failed, each with its file, in the JSON report of Vitest or Playwright; empty when the file is
 * absent or cut off.
 * @param {string} path
 * @param {string} root what the files are named relative to
 * @returns {string[]}
 */
export function readFailures(path, root) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return report.stats ? report.suites.flatMap(failedSpecs) : failedTests(report, root);
  } catch {
    return [];
  }
}

function failedSpecs({ specs, suites = [] }) {
  const failed = specs.filter(({ tests }) =>
    tests.some(({ status }) => status !== 'expected' && status !== 'skipped'),
  );
  return [...failed.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(failedSpecs)];
}

function failedTests({ testResults }, root) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${file}: could not be run`];
    return failed.map(({ fullName }) => `${file}: ${fullName}`);
  });
}

/** A test that passed only on a second try has failed once: it is counted as failed. */
function fromPlaywright({ expected, unexpected, flaky, skipped }) {
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** A file that could not even be loaded has no failed tests but a failed suite. */
function fromVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
}
