import { expect, it } from 'vitest';
import { parseIncidentRow } from '../intake/incident-request.ts';
import { type FormEntries, findUnanswered, toFormProblems, toRequestRow } from './incident-form.ts';

const KEY = '5f0c1c3e-2f4b-4c57-9d0a-0b6f3f1a7c11';
const read = (...entries: FormEntries) =>
  parseIncidentRow(toRequestRow([['key', KEY], ...entries], 'lookback'));

it('a day alone is a row that can be read: open, of no known level', () => {
  expect(read(['day', '2026-03-04'], ['time', ''])).toMatchObject({
    source: 'lookback',
    id: KEY,
    kind: 'incident',
    occurredAt: '2026-03-04',
    status: 'open',
    cues: [],
    steps: [],
    severity: null,
  });
});

it('the six items of the procedure: date, time, customer, behaviours, actions, outcome', () => {
  const row = read(
    ['day', '2026-03-04'],
    ['time', '10:30'],
    ['customer', 'C-1 '],
    ['cues', 'raised_voice'],
    ['cues', 'sarcasm'],
    ['customerState', 'angry'],
    ['technique.calm_tone', 'effective'],
    ['technique.patience', ''],
    ['outcome', 'resolved'],
  );
  expect(row).toMatchObject({
    occurredAt: '2026-03-04T10:30',
    customer: 'C-1',
    cues: ['raised_voice', 'sarcasm'],
    customerState: 'angry',
    techniques: [{ technique: 'calm_tone', observation: 'effective' }],
    outcome: 'resolved',
  });
});

it('each row of levels is a step, with its time on the same day and how it was handed over', () => {
  const row = read(
    ['day', '2026-03-04'],
    ['firstLevel', 'frontline'],
    ['stepLevel', 'supervisor'],
    ['stepTime', '11:00'],
    ['stepReason', 'customer_request'],
    ['stepHandover', 'both'],
    ['stepLevel', ''],
    ['stepTime', ''],
    ['stepReason', ''],
    ['stepHandover', ''],
    ['stepLevel', 'legal'],
    ['stepTime', ''],
    ['stepReason', ''],
    ['stepHandover', 'neither'],
  );
  expect(row).toMatchObject({
    steps: [
      { level: 'frontline', at: null },
      { level: 'supervisor', at: '2026-03-04T11:00', handoffDocumented: true, handoffBriefed: true },
      { level: 'legal', at: null, reason: 'unknown', handoffDocumented: false },
    ],
  });
});

it('without a day of closing it is open, with one it is closed', () => {
  const day = ['day', '2026-03-04'] as const;
  expect(read(day, ['closedDay', ' '])).toMatchObject({ status: 'open', closedAt: null });
  const closed = read(day, ['closedDay', '2026-03-05'], ['closedTime', '09:15']);
  expect(closed).toMatchObject({ status: 'closed', closedAt: '2026-03-05T09:15' });
});

it('a trigger or what happened is enough to go on record; with neither both fields say so', () => {
  const day = ['day', '2026-03-04'] as const;
  expect(findUnanswered([day, ['trigger', ''], ['narrative', ' \n']])).toEqual([
    { field: 'trigger', message: 'Choose a trigger, or say below what happened.' },
    { field: 'narrative', message: 'Say what happened, or choose a trigger above.' },
  ]);
  expect(findUnanswered([day, ['trigger', 'billing_error'], ['narrative', '']])).toEqual([]);
  expect(findUnanswered([day, ['trigger', ''], ['narrative', 'It rang.']])).toEqual([]);
});

it('a time of closing without its day is not dropped unsaid', () => {
  const told = [['narrative', 'It rang.']] as const;
  expect(findUnanswered([...told, ['closedDay', ''], ['closedTime', '09:15']])).toMatchObject([
    { field: 'closedDay' },
  ]);
  expect(findUnanswered([...told, ['closedDay', '2026-03-05'], ['closedTime', '09:15']])).toEqual([]);
});

it('what is wrong is said at the fields of the form', () => {
  const problems = read(['severity', '9'], ['compensation', 'much'], ['currency', 'GBP']);
  expect(toFormProblems(Array.isArray(problems) ? problems : [])).toEqual(
    expect.arrayContaining([
      { field: 'day', message: 'The date is missing.' },
      { field: 'severity', message: 'This is above 5.' },
      { field: 'compensation', message: 'The compensation is not a number.' },
    ]),
  );
});

it('12,50 and 12.50 are the same amount', () => {
  const amount = (text: string) => read(['day', '2026-03-04'], ['compensation', text], ['currency', 'GBP']);
  expect(amount('12,50')).toMatchObject({ compensation: { amount: 12.5, currency: 'GBP' } });
  expect(amount('12.50')).toEqual(amount('12,50'));
});
