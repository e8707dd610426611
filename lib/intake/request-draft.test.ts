import { expect, it } from 'vitest';
import { parseIncidentRequests, parseIncidentRow } from './incident-request.ts';
import { type RequestTerms, toRequestDraft } from './request-draft.ts';

const ids = (...of: string[]) => new Set(of);
const terms: RequestTerms = {
  timeZone: 'Europe/Berlin',
  now: Date.UTC(2026, 2, 4, 12),
  ids: {
    trigger: ids('billing_error', 'unclassified'),
    channel: ids('phone', 'unknown'),
    journeyStage: ids('billing', 'unknown'),
    technique: ids('patience'),
    level: ids('frontline', 'supervisor', 'unknown'),
  },
};
const least = { source: 'crm', id: '1', kind: 'incident', occurredAt: '2026-03-03' };
const read = (row: unknown) => {
  const request = parseIncidentRow(row);
  return Array.isArray(request) ? request : toRequestDraft(request, terms);
};

it('source, id, kind and a day are an incident; all else is not known', () => {
  expect(read(least)).toMatchObject({
    source: { id: 'crm', label: 'crm' },
    externalId: '1',
    occurred: { at: Date.UTC(2026, 2, 3), precision: 'day', basis: 'occurred' },
    trigger: 'unclassified',
    severity: null,
    status: 'unknown',
    steps: [],
  });
});

it.each([
  ['2026-03-03T10:30', Date.UTC(2026, 2, 3, 9, 30), 'minute'],
  ['2026-03-03T10:30Z', Date.UTC(2026, 2, 3, 10, 30), 'minute'],
  ['2026-03-03T10:30:15+02:00', Date.UTC(2026, 2, 3, 8, 30, 15), 'minute'],
  ['2026-03', Date.UTC(2026, 2, 1), 'month'],
])('%s is read in the zone of the workspace unless it names an offset', (occurredAt, at, precision) => {
  expect(read({ ...least, occurredAt })).toMatchObject({ occurred: { at, precision } });
});

it('what has not happened yet is refused; today, where it is today already, is not', () => {
  expect(read({ ...least, occurredAt: '2026-03-04T13:06' })).toEqual([
    { field: 'occurredAt', message: 'is of today, but names a time that has not come yet' },
  ]);
  expect(read({ ...least, occurredAt: '2026-03-05T09:00' })).toEqual([
    { field: 'occurredAt', message: 'lies in the future' },
  ]);
  expect(read({ ...least, occurredAt: '2026-03-05' })).toMatchObject({ externalId: '1' });
  expect(read({ ...least, occurredAt: '2026-03-06' })).toMatchObject([{ field: 'occurredAt' }]);
});

it('12.50 GBP are 1,250 pence, 1250 JPY as many yen, and a tenth of a penny is refused', () => {
  const paid = (amount: number, currency: string) => read({ ...least, compensation: { amount, currency } });
  expect(paid(12.5, 'GBP')).toMatchObject({ compensation: { minor: 1250, currency: 'GBP' } });
  expect(paid(1250, 'JPY')).toMatchObject({ compensation: { minor: 1250 } });
  expect(paid(12.501, 'GBP')).toEqual([
    { field: 'compensation.amount', message: 'has more than 2 decimals, which GBP has' },
  ]);
});

it('everything that is wrong is said at once, at its field', () => {
  const problems = read({
    ...least,
    trigger: 'bills',
    closedAt: 'soon',
    steps: [{ level: 'boss', at: '2026-03-03T11:00' }],
    techniques: [{ technique: 'shouting', observation: 'effective' }],
  });
  expect(problems).toMatchObject([
    { field: 'closedAt' },
    { field: 'trigger', message: '"bills" is not in the vocabulary; it has billing_error, unclassified' },
    { field: 'techniques.0.technique' },
    { field: 'steps.0.level' },
  ]);
});

it('types, limits and names are told in words of what is sent', () => {
  expect(read({ ...least, kind: 'riot', severity: 9, csat: 'good', id: undefined, colour: 'red' })).toEqual(
    expect.arrayContaining([
      { field: 'kind', message: 'is none of incident, complaint' },
      { field: 'severity', message: 'is above 5' },
      { field: 'csat', message: 'is not a number' },
      { field: 'id', message: 'is missing' },
      { field: 'colour', message: 'is not a field of an incident' },
    ]),
  );
});

it('a closing time says that it is closed, whatever is not said of the status', () => {
  expect(read({ ...least, closedAt: '2026-03-04' })).toMatchObject({ status: 'closed' });
  expect(read({ ...least, closedAt: '2026-03-04', status: 'open' })).toMatchObject({ status: 'open' });
});

it('a body is one incident or a list of 1 to 1,000', () => {
  expect(parseIncidentRequests(least)).toEqual({ rows: [least], isSingle: true });
  expect(parseIncidentRequests({ incidents: Array(1000).fill(least) }).rows).toHaveLength(1000);
  for (const body of [null, [], 'x', { incidents: [] }, { incidents: Array(1001).fill(least) }]) {
    expect(() => parseIncidentRequests(body)).toThrow(/up to 1,000|at least one|at most 1,000/);
  }
});
