import { describe, expect, it } from 'vitest';
import { Invalid } from '../errors.ts';
import { foldRows } from './fold-rows.ts';
import { readVolume, VOLUME_COLUMNS } from './read-volume.ts';
import { bindSheet, missingColumns } from './sheet.ts';

const terms = {
  teams: new Map([['billing', 3]]),
  channels: new Map([
    ['phone', 1],
    ['in person', 6],
  ]),
  today: '2026-11-22',
};
const good = { day: '2026-11-03', team: 'Billing', channel: 'Phone', contacts: '412' };
const problemsOf = (said: Partial<typeof good>) => readVolume({ ...good, ...said }, terms);

describe('a row', () => {
  it('names day, team, channel and contacts; case and white space do not count', () => {
    expect(readVolume(good, terms)).toEqual({ day: '2026-11-03', teamId: 3, channel: 1, contacts: 412 });
    expect(readVolume({ ...good, team: ' BILLING ', channel: 'in  person', contacts: '0' }, terms)).toEqual({
      day: '2026-11-03',
      teamId: 3,
      channel: 6,
      contacts: 0,
    });
  });

  it('today is known, tomorrow is not', () => {
    expect(problemsOf({ day: '2026-11-22' })).toMatchObject({ contacts: 412 });
    expect(problemsOf({ day: '2026-11-23' })).toEqual([
      { field: 'day', message: 'is 2026-11-23, which is still to come' },
    ]);
  });

  it('everything that is wrong with it is said at once, each at its column', () => {
    expect(readVolume({ day: '03/11/2026', team: 'Biling', channel: '', contacts: '1.5' }, terms)).toEqual([
      { field: 'day', message: 'is "03/11/2026", not a day written as 2026-11-03' },
      {
        field: 'team',
        message: 'is "Biling": no team has this name; teams come with the incidents that name them',
      },
      { field: 'channel', message: 'is empty' },
      { field: 'contacts', message: 'is "1.5", not a whole number from 0 to 10,000,000 in plain digits' },
    ]);
  });

  it.each(['', '-1', '1,200', '1e3', '10000001', '0x10', '٣'])('"%s" contacts are refused', (contacts) => {
    expect(problemsOf({ contacts })).toMatchObject([{ field: 'contacts' }]);
  });

  it.each(['', '2026-02-29', '1949-12-31', '2026-1-3', 'yesterday'])('the day "%s" is refused', (day) => {
    expect(problemsOf({ day })).toMatchObject([{ field: 'day' }]);
  });
});

describe('a header', () => {
  it('may call its columns otherwise, in any order, with others between', () => {
    const read = bindSheet(VOLUME_COLUMNS, ['Team', 'note', 'DATE', 'Channel', 'Volume'], 'UTF-8');
    const row = read({
      line: 2,
      bytes: 0,
      cells: ['Billing', 'x', '2026-11-03', 'phone', ' 5 '],
      problem: null,
    });
    expect(row.said).toEqual({ team: 'Billing', day: '2026-11-03', channel: 'phone', contacts: '5' });
    expect(row.fields[1]).toEqual(['note', 'x']);
  });

  it('names what it lacks and what it has', () => {
    expect(missingColumns(VOLUME_COLUMNS, ['day', 'calls'])).toEqual(['team', 'channel', 'contacts']);
    expect(() => bindSheet(VOLUME_COLUMNS, ['day', 'calls'], 'UTF-8')).toThrow(
      'This file cannot be read: it lacks "team", "channel", "contacts". Columns that are there: "day", "calls".',
    );
  });

  it('with one column twice is refused: which of them counts?', () => {
    expect(() => bindSheet(VOLUME_COLUMNS, ['day', 'date', 'team', 'channel', 'contacts'], 'UTF-8')).toThrow(
      Invalid,
    );
  });

  it('a row with a cell too few is no row', () => {
    const read = bindSheet(VOLUME_COLUMNS, ['day', 'team', 'channel', 'contacts'], 'UTF-8');
    const { problem } = read({
      line: 2,
      bytes: 0,
      cells: ['2026-11-03', 'Billing', 'phone'],
      problem: null,
    });
    expect(problem).toBe('has 3 cells where the header has 4');
  });
});

describe('rows of one key', () => {
  const row = (line: number, key: string, entry: number) => ({ line, key, entry });

  it('a repeated row is merged into the first', () => {
    const { kept, merged, disputed } = foldRows([row(2, 'a', 5), row(3, 'b', 7), row(4, 'a', 5)]);
    expect(kept.map(({ line }) => line)).toEqual([2, 3]);
    expect(merged).toEqual([{ row: row(4, 'a', 5), into: 2 }]);
    expect(disputed).toEqual([]);
  });

  it('rows that disagree go in neither: 5 on line 2, 6 on line 4', () => {
    const { kept, disputed } = foldRows([row(2, 'a', 5), row(3, 'b', 7), row(4, 'a', 6)]);
    expect(kept.map(({ line }) => line)).toEqual([3]);
    expect(disputed.map(({ row: { line }, lines }) => [line, lines])).toEqual([
      [2, [4]],
      [4, [2]],
    ]);
  });
});
