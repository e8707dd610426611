import { describe, expect, it } from 'vitest';
import { bindMapping, type FileRow } from './bind-mapping.ts';
import { mapping } from './mapping.ts';
import { readGroups } from './read-group.ts';

const log = mapping.parse({
  id: 'log',
  label: 'Log',
  about: 'a log',
  source: { id: 'log', label: 'Log' },
  kind: 'incident',
  nullWords: ['?'],
  columns: Object.fromEntries(
    ['case', 'at', 'seq', 'group', 'who', 'state', 'count'].map((name) => [
      name,
      { names: [name], required: false },
    ]),
  ),
  externalId: { column: 'case' },
  times: { forms: ['YYYY-MM-DD HH:mm'], occurred: { basis: 'reported' } },
  terms: { outcome: { from: [{ column: 'state', values: { done: 'resolved', open: 'unknown' } }] } },
  words: {},
  numbers: { reassignmentsClaimed: { column: 'count' } },
  flags: {},
  events: {
    time: 'at',
    order: ['seq'],
    level: {
      column: 'group',
      rules: [
        { endsWith: ' 2nd', level: 'technical' },
        { startsWith: 'Law', level: 'legal' },
        { is: 'Desk lead', level: 'supervisor' },
      ],
      otherwise: 'frontline',
    },
    team: 'group',
    agent: 'who',
    note: 'state',
    closing: { column: 'state', values: ['done'] },
  },
});
const bound = bindMapping(log, ['case', 'at', 'seq', 'group', 'who', 'state', 'count'], 'UTC');
let line = 1;
const row = (at: string, seq: string, group: string, who = '?', state = 'open', count = '?'): FileRow => ({
  line: ++line,
  cells: ['c1', `2024-01-01 ${at}`, seq, group, who, state, count],
});
const read = (...rows: FileRow[]) => readGroups(rows, 'c1', bound)[0];
const stepsOf = (...rows: FileRow[]) =>
  read(...rows)?.incident?.draft.steps.map(({ level, team, agent }) => [level, team, agent]);

describe('steps', () => {
  it('are stays: 4 rows at 2 groups are 2 steps, each with the first agent that is known', () => {
    expect(
      stepsOf(
        row('09:00', '1', 'Desk'),
        row('09:10', '2', 'Desk', 'Ann'),
        row('09:20', '3', '?', 'Eve'),
        row('10:00', '4', 'IT 2nd', 'Bob'),
      ),
    ).toEqual([
      ['frontline', 'Desk', 'Ann'],
      ['technical', 'IT 2nd', 'Bob'],
    ]);
  });

  it('take their level from the whole, the beginning or the end of a word', () => {
    const groups = ['Desk', 'Desk lead', 'Law office', 'IT 2nd'];
    const rows = groups.map((group, index) => row(`1${index}:00`, '1', group));
    expect(stepsOf(...rows)?.map(([level]) => level)).toEqual([
      'frontline',
      'supervisor',
      'legal',
      'technical',
    ]);
  });

  it('stand by time; ties by the order column, as numbers: 9 before 10', () => {
    expect(
      stepsOf(row('09:00', '10', 'B'), row('09:00', '9', 'A'), row('08:00', '11', 'C'))?.map(
        ([, team]) => team,
      ),
    ).toEqual(['C', 'A', 'B']);
  });

  it('keep the order of the file where neither tells', () => {
    expect(stepsOf(row('09:00', '?', 'B'), row('09:00', '?', 'A'))?.map(([, team]) => team)).toEqual([
      'B',
      'A',
    ]);
  });
});

describe('a case', () => {
  it('begins with its first row and closes with the last one that is a closing', () => {
    const one = read(
      row('11:00', '3', 'Desk', '?', 'done', '2'),
      row('09:00', '1', 'Desk', '?', 'open', '1'),
    );
    expect(one?.incident?.draft).toMatchObject({
      occurred: { at: Date.UTC(2024, 0, 1, 9), precision: 'minute', basis: 'reported' },
      closed: { at: Date.UTC(2024, 0, 1, 11) },
      status: 'closed',
      outcome: 'resolved',
      reassignmentsClaimed: 2,
      team: 'Desk',
    });
  });

  it('that was reopened is open and its outcome not known', () => {
    const one = read(row('09:00', '1', 'Desk', '?', 'done'), row('10:00', '2', 'Desk', '?', 'open'));
    expect(one?.incident?.draft).toMatchObject({ closed: null, status: 'open', outcome: 'unknown' });
  });

  it('of 3 rows, one without a time: 1 incident + 1 merged + 1 rejected', () => {
    const one = read(
      row('09:00', '1', 'Desk'),
      { line: 90, cells: ['c1', '', '2', 'Desk', '', '', ''] },
      row('10:00', '3', 'Desk'),
    );
    expect([one?.incident?.rows.length, one?.merged.length, one?.rejected.length]).toEqual([2, 1, 1]);
    expect(one?.rejected[0]?.problems).toEqual([
      { line: 90, field: 'at', message: 'is empty, but every row of a case has a time' },
    ]);
  });

  it('that cannot go in leaves none of its rows in, each with its reason', () => {
    const [bad, good] = [row('09:00', '1', 'Desk', '?', 'open', 'many'), row('08:00', '0', 'Desk')];
    const one = read(bad, good);
    expect(one?.incident).toBeNull();
    expect(one?.rejected.map(({ problems }) => problems[0]?.message).sort()).toEqual([
      '"many" is not a number',
      `belongs to a case that line ${bad.line} keeps out`,
    ]);
  });
});
