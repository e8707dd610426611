import { expect, test } from 'vitest';
import { withRebases } from './chart-events.ts';

test('an event on the day of a re-basing says both; a re-basing alone is an event with its reason', () => {
  const events = [
    { day: '2024-03-25', label: 'call-backs begin' },
    { day: '2024-04-01', label: 'release 4.2' },
  ];
  const rebases = [
    { day: '2024-03-25', reason: 'the process has changed' },
    { day: '2024-05-06', reason: 'new scale' },
  ];
  expect(withRebases(events, rebases)).toEqual([
    { day: '2024-03-25', label: 'call-backs begin, limits re-based' },
    { day: '2024-04-01', label: 'release 4.2' },
    { day: '2024-05-06', label: 'limits re-based: new scale' },
  ]);
});
