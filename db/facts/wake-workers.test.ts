import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepWorkersAwake } from './wake-workers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a question whose signal was lost waits no longer than a second, until the copy is closed', () => {
  const work = vi.fn();
  const stop = keepWorkersAwake(work);
  vi.advanceTimersByTime(3000);
  expect(work).toHaveBeenCalledTimes(3);
  stop();
  vi.advanceTimersByTime(3000);
  expect(work).toHaveBeenCalledTimes(3);
});
