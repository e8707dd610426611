import { expect, it } from 'vitest';
import { readEvent } from './read-event.ts';

const teams = new Map([
  ['billing', 3],
  ['late shift', 8],
]);
const good = { day: '2026-11-03', label: 'Release 4.2', kind: '', lastDay: '', teams: '' };
const read = (said: Partial<typeof good>) => readEvent({ ...good, ...said }, teams);

it('day and words are enough: then it is of another kind and concerns all', () => {
  expect(read({})).toEqual({
    day: '2026-11-03',
    label: 'Release 4.2',
    kind: 'other',
    lastDay: null,
    teams: [],
  });
});

it('kinds go by id and by name, teams by name with semicolons between', () => {
  expect(read({ kind: 'Process change', teams: 'Billing; late  shift;' })).toMatchObject({
    kind: 'process_change',
    teams: [3, 8],
  });
  expect(read({ kind: 'outage', lastDay: '2026-11-05' })).toMatchObject({
    kind: 'outage',
    lastDay: '2026-11-05',
  });
});

it('everything that is wrong is said at once, each at its column', () => {
  expect(read({ day: '3 Nov', label: '', kind: 'rush', teams: 'Billing;Biling;X' })).toEqual([
    { field: 'label', message: 'cannot be taken: give a few words that say what happened.' },
    {
      field: 'kind',
      message: 'is none of release, process_change, training, taxonomy_change, outage, other',
    },
    { field: 'day', message: 'cannot be taken: give a day of the calendar, such as 2026-11-03.' },
    { field: 'teams', message: 'names "Biling", which is no team' },
    { field: 'teams', message: 'names "X", which is no team' },
  ]);
});

it('a last day before the first is refused', () => {
  expect(read({ lastDay: '2026-11-02' })).toEqual([
    { field: 'lastDay', message: 'cannot be taken: this is before the first day.' },
  ]);
});
