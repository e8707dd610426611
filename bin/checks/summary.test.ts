import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FAILED, PASSED, readCounts, readFailures, settle, summaryLine } from './summary.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lookback-summary-'));
const reportOf = (content: string) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, content);
  return readCounts(path);
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the closing line', () => {
  it('adds up: one check passed, one failed and 10 + 2 + 3 tests are "11 passed, 3 failed, 3 skipped"', () => {
    expect(summaryLine([PASSED, FAILED, { passed: 10, failed: 2, skipped: 3 }])).toBe(
      '11 passed, 3 failed, 3 skipped',
    );
  });

  it('says nothing of skipped tests when there are none', () => {
    expect(summaryLine([PASSED])).toBe('1 passed, 0 failed');
  });
});

describe('the counts of a stage', () => {
  it('stay as reported when its status agrees', () => {
    expect(settle({ passed: 4, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 4, failed: 0, skipped: 1 });
    expect(settle({ passed: 4, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 4, failed: 2, skipped: 0 });
  });

  it('are one failure without a report', () => {
    expect(settle(null, 0)).toEqual(FAILED);
  });

  it('get one failure when it ended badly though each test passed', () => {
    expect(settle({ passed: 4, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('get one failure when it ran no test', () => {
    expect(settle({ passed: 0, failed: 0, skipped: 0 }, 0)).toEqual(FAILED);
  });
});

describe('a report', () => {
  it('of Vitest: 3 passed, 1 failed, 1 skipped, 1 to do and a file that could not be loaded', () => {
    const testResults = [
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ];
    const counts = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
    expect(reportOf(JSON.stringify({ ...counts, testResults }))).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
    });
  });

  it('of Playwright: what passed on the second try has failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(reportOf(JSON.stringify({ stats }))).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('that is cut off or absent has no counts and names no failures', () => {
    expect(reportOf('{"numPassed')).toBeNull();
    expect(readCounts(join(folder, 'absent.json'))).toBeNull();
    expect(readFailures(join(folder, 'absent.json'), folder)).toEqual([]);
  });

  it('of Vitest names each failed test and each file that could not be run', () => {
    const testResults = [
      {
        name: join(folder, 'a.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'one is one' },
          { status: 'failed', fullName: 'two is three' },
        ],
      },
      { name: join(folder, 'b.test.ts'), status: 'failed', assertionResults: [] },
    ];
    const path = join(folder, 'vitest.json');
    writeFileSync(path, JSON.stringify({ testResults }));
    expect(readFailures(path, folder)).toEqual(['a.test.ts: two is three', 'b.test.ts: could not be run']);
  });

  it('of Playwright names what failed, also in a group and also when a second try passed', () => {
    const spec = (title: string, status: string) => ({ file: 'a.spec.ts', title, tests: [{ status }] });
    const inner = { specs: [spec('passed on its second try', 'flaky')] };
    const outer = {
      specs: [spec('passed', 'expected'), spec('failed', 'unexpected'), spec('was left out', 'skipped')],
      suites: [inner],
    };
    const path = join(folder, 'playwright.json');
    writeFileSync(path, JSON.stringify({ stats: {}, suites: [outer] }));
    expect(readFailures(path, folder)).toEqual(['a.spec.ts: failed', 'a.spec.ts: passed on its second try']);
  });
});
