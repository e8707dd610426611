import { describe, expect, it } from 'vitest';
import { factsOf } from './incident-facts.ts';
import type { IncidentRecord } from './incident-record.ts';
import { describeSteps, stepRows } from './step-rows.ts';
import { nothingKnown } from './testing/nothing-known.ts';

const at = (text: string) => Date.parse(`${text}:00Z`);
const fact = (label: string, known: Partial<IncidentRecord>) =>
  factsOf({ ...nothingKnown, ...known }, 'Europe/London').find((each) => each.label === label)?.value;

describe('the facts of an incident', () => {
  it('are the same 14 pairs for every incident, unknown ones null', () => {
    const facts = factsOf(nothingKnown, 'UTC');
    expect(facts).toHaveLength(14);
    expect(facts.filter(({ value }) => value !== null).map(({ label }) => label)).toEqual(['Occurred']);
  });

  it('says what the time stands for where it is not the time of the incident', () => {
    const occurred = {
      at: at('2026-03-29T00:30'),
      precision: 'minute',
      basis: 'reported',
      clock: 'skipped',
    } as const;
    expect(fact('Occurred', { occurred })).toBe(
      '29 Mar 2026, 00:30, when it was reported, moved over a clock change',
    );
  });

  it('says how long it took to close, and leaves out a closing before the start', () => {
    const closed = { at: at('2026-11-05T10:20'), precision: 'minute' } as const;
    expect(fact('Closed', { closed, minutesToClose: 2918 })).toBe('5 Nov 2026, 10:20, after 2.0\u00a0d');
    expect(fact('Closed', { closed, closedBeforeOccurred: true })).toBe(
      '5 Nov 2026, 10:20, before it occurred: left out of times',
    );
    expect(fact('Closed', { status: 'open' })).toBe('Open');
    expect(fact('Closed', { status: 'closed' })).toBe('Closed, time not known');
  });

  it('writes money in the units of its currency: 3500 pence are £35, 3500 yen are ¥3,500', () => {
    const outcome = 'resolved_with_compensation';
    expect(fact('Outcome', { outcome, compensation: { minor: 3500, currency: 'GBP' } })).toBe(
      'Resolved, compensated, £35.00',
    );
    expect(fact('Outcome', { outcome, compensation: { minor: 3500, currency: 'JPY' } })).toBe(
      'Resolved, compensated, JP¥3,500',
    );
  });

  it('keeps the computed repeat and the claimed one apart', () => {
    const known = { customer: '7f3a', trigger: { id: 'billing_error', label: 'Billing error' } };
    expect(fact('Same trigger before', { ...known, daysSincePrevious: 22 })).toBe('22 days earlier');
    expect(fact('Same trigger before', known)).toBe('Never before');
    expect(fact('Repeat, by the source', { ...known, repeatClaimed: false })).toBe('No');
  });

  it('says a promise with its due date and whether it was kept', () => {
    const done = { promise: null, dueOn: '2026-11-06', doneOn: '2026-11-05', reason: 'unknown' } as const;
    const followUps = [done];
    expect(fact('Follow-up', { followUps })).toBe('Promised, due 6 Nov 2026, done 5 Nov 2026');
  });
});

describe('the table of steps', () => {
  const step = {
    level: { code: 1, label: 'Frontline', rank: 1 },
    moment: { at: at('2026-11-03T09:42'), precision: 'minute' },
    team: null,
    agent: null,
    reason: 'unknown',
    note: null,
    handoffDocumented: null,
    handoffBriefed: null,
    customerToldAt: null,
    waitMinutes: 23,
  } as const;
  const incident: IncidentRecord = {
    ...nothingKnown,
    teamChanges: 1,
    path: [step.level],
    steps: [
      { ...step, seq: 1 },
      { ...step, seq: 2, note: 'Accepted', handoffBriefed: false, waitMinutes: null },
    ],
  };

  it('has only the columns in which something is known', () => {
    const { columns, rows } = stepRows(incident, 'UTC');
    expect(columns).toEqual(['When', 'Level', 'Reason, in short', 'Handoff']);
    expect(rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['3 Nov 2026, 09:42', 'Frontline', null, null],
      ['3 Nov 2026, 09:42', 'Frontline', 'Accepted', 'not briefed'],
    ]);
    expect(rows[0]?.cells[0]?.below).toBe('stayed 23\u00a0min');
  });

  it('is said in one line', () => {
    expect(describeSteps(incident)).toBe('Frontline; 2 steps; 1 change of team');
    expect(describeSteps({ ...incident, path: [] })).toContain('Levels not known, drawn by team');
  });
});
