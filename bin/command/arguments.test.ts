import { describe, expect, it } from 'vitest';
import { Invalid } from '@/lib/errors.ts';
import { readerOf } from './arguments.ts';

const USAGE = 'Usage: count [--most N] [FILE]';
const { read, refusal, wholeNumber } = readerOf(USAGE);
const options = {
  most: { type: 'string', default: '10' },
  json: { type: 'boolean', default: false },
} as const;

function said(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (error instanceof Invalid) return error.problems.map(({ message }) => message).join('\n');
    throw error;
  }
  return 'nothing';
}

describe('arguments', () => {
  it('are read with their defaults, and what is no option is kept in order', () => {
    const { values, positionals } = read({
      args: ['a b', '--json', 'c'],
      options,
      allowPositionals: true,
    });
    expect(values).toEqual({ most: '10', json: true });
    expect(positionals).toEqual(['a b', 'c']);
  });

  it('that there are not are refused by name, followed by the usage', () => {
    expect(said(() => read({ args: ['--least', '3'], options }))).toMatch(/'--least'.*\nUsage: count/s);
    expect(said(() => read({ args: ['file'], options }))).toMatch(/'file'.*\nUsage: count/s);
    expect(said(() => read({ args: ['--most'], options }))).toMatch(/--most.*\nUsage: count/s);
  });

  it('that lack something are answered with the usage alone', () => {
    expect(refusal().problems).toEqual([{ field: '', message: USAGE }]);
  });

  it('may be whole numbers within limits, both of which are allowed', () => {
    expect([wholeNumber('--most', '1', 1, 20), wholeNumber('--most', '20', 1, 20)]).toEqual([1, 20]);
    for (const text of ['0', '21', '1.5', '-1', '', '1e1', '0x5', 'many', '9'.repeat(16)]) {
      expect(said(() => wholeNumber('--most', text, 1, 20))).toBe(
        `--most takes a whole number from 1 to 20, not "${text}".\n${USAGE}`,
      );
    }
  });
});
