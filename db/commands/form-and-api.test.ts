import { beforeEach, describe, expect, it } from 'vitest';
import { incident } from '@/db/schema/incidents.ts';
import { team } from '@/db/schema/organisation.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import { formEntries } from '@/lib/incident-form/incident-form.ts';
import { parseIncidentRequests } from '@/lib/intake/incident-request.ts';
import { documentIncident } from './document-incident.ts';
import { recordIncidents } from './record-incidents.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
const KEY = '5f0c1c3e-2f4b-4c57-9d0a-0b6f3f1a7c11';
const analyst: Viewer = { actor: 'account:1', roles: ['qa'], teams: 'all' };
const program: Viewer = { actor: 'key:1', roles: [], teams: 'all', scopes: ['import'] };
await makeWorkspace(records);
await records.insert(team).values({ name: 'Billing' });

beforeEach(async () => {
  await records.delete(incident);
});

type Fields = Record<string, string | string[]>;

/** What the action of the form does with the fields that a browser sends. */
async function byForm(fields: Fields): Promise<string[]> {
  const parsed = formEntries.safeParse({ key: KEY, day: '2026-11-20', narrative: 'It rang.', ...fields });
  if (!parsed.success) return ['form'];
  const answer = documentIncident(records, analyst, parsed.data, NOW).then(() => []);
  return answer.catch((error) => {
    if (!(error instanceof Invalid)) throw error;
    return error.problems.map(({ field }) => field);
  });
}

/** What POST /api/v1/incidents does with a body. */
async function byApi(fields: Record<string, unknown>): Promise<string[]> {
  const body = { source: 'crm', id: KEY, kind: 'incident', occurredAt: '2026-11-20', ...fields };
  const { rows } = parseIncidentRequests(JSON.parse(JSON.stringify(body)));
  const answer = await recordIncidents(records, program, rows, NOW);
  return answer.rows
    .flatMap((row) => (row.outcome === 'rejected' ? row.problems : []))
    .map(({ field }) => field);
}

const LONG = 'x'.repeat(1_000_001);

/** The same mistake as the form and as a program make it, and the fields at which each is told. */
const BAD: [what: string, form: Fields, api: Record<string, unknown>, at: [form: string, api: string]][] = [
  ['no day', { day: '' }, { occurredAt: undefined }, ['day', 'occurredAt']],
  ['a day that no calendar has', { day: '2026-02-30' }, { occurredAt: '2026-02-30' }, ['day', 'occurredAt']],
  ['a day before 1950', { day: '1949-12-31' }, { occurredAt: '1949-12-31' }, ['day', 'occurredAt']],
  ['a day ahead', { day: '2026-11-24' }, { occurredAt: '2026-11-24' }, ['day', 'occurredAt']],
  ['words for a day', { day: 'yesterday' }, { occurredAt: 'yesterday' }, ['day', 'occurredAt']],
  ['a time of 25:61', { time: '25:61' }, { occurredAt: '2026-11-20T25:61' }, ['day', 'occurredAt']],
  ['severity 6', { severity: '6' }, { severity: 6 }, ['severity', 'severity']],
  ['severity 0', { severity: '0' }, { severity: 0 }, ['severity', 'severity']],
  ['severity 2.5', { severity: '2.5' }, { severity: 2.5 }, ['severity', 'severity']],
  ['severity in words', { severity: 'high' }, { severity: 'high' }, ['severity', 'severity']],
  ['intensity 9', { intensityAfter: '9' }, { intensityAfter: 9 }, ['intensityAfter', 'intensityAfter']],
  ['a score of −1', { csat: '-1' }, { csat: -1 }, ['csat', 'csat']],
  ['a kind that is none', { kind: 'praise' }, { kind: 'praise' }, ['kind', 'kind']],
  ['an outcome that is none', { outcome: 'won' }, { outcome: 'won' }, ['outcome', 'outcome']],
  [
    'a state that is none',
    { customerState: 'bored' },
    { customerState: 'bored' },
    ['customerState', 'customerState'],
  ],
  ['a trigger that is none', { trigger: 'weather' }, { trigger: 'weather' }, ['trigger', 'trigger']],
  ['SQL for a trigger', { trigger: `'; drop` }, { trigger: `'; drop` }, ['trigger', 'trigger']],
  ['a channel that is none', { channel: 'pigeon' }, { channel: 'pigeon' }, ['channel', 'channel']],
  [
    'a level that is none',
    { firstLevel: 'heaven' },
    { steps: [{ level: 'heaven' }] },
    ['stepLevel', 'steps.0.level'],
  ],
  [
    'a technique that is none',
    { 'technique.telepathy': 'effective' },
    { techniques: [{ technique: 'telepathy', observation: 'effective' }] },
    ['techniques', 'techniques.0.technique'],
  ],
  [
    'less than no compensation',
    { compensation: '-5', currency: 'GBP' },
    { compensation: { amount: -5, currency: 'GBP' } },
    ['compensation', 'compensation.amount'],
  ],
  [
    'a currency that is none',
    { compensation: '5', currency: 'pounds' },
    { compensation: { amount: 5, currency: 'pounds' } },
    ['compensation', 'compensation.currency'],
  ],
  ['NUL in a narrative', { narrative: 'a\0b' }, { narrative: 'a\0b' }, ['narrative', 'narrative']],
  ['NUL in a customer', { customer: 'a\0b' }, { customer: 'a\0b' }, ['customer', 'customer']],
  [
    'a customer of 501 letters',
    { customer: 'x'.repeat(501) },
    { customer: 'x'.repeat(501) },
    ['customer', 'customer'],
  ],
];

describe('what the form refuses the API refuses, at the field of the same thing, and nothing is written', () => {
  it.each(BAD)('%s', async (_, form, api, [ofForm, ofApi]) => {
    expect(await byForm(form)).toContain(ofForm);
    expect(await byApi(api)).toContain(ofApi);
    expect(await records.$count(incident)).toBe(0);
  });

  it('neither trigger nor narrative is refused at both fields of the form, and taken from a program', async () => {
    expect(await byForm({ narrative: ' ' })).toEqual(['trigger', 'narrative']);
    expect(await records.$count(incident)).toBe(0);
    expect(await byApi({})).toEqual([]);
    expect(await records.$count(incident)).toBe(1);
  });

  it('a narrative longer than a million letters', async () => {
    expect(await byForm({ narrative: LONG })).toEqual(['form']);
    expect(await byApi({ narrative: LONG })).toEqual(['narrative']);
    expect(await records.$count(incident)).toBe(0);
  });

  it('a field of another name says nothing in a form and is refused from a program: neither reaches a column', async () => {
    expect(await byForm({ number: '1', version: '9', set_by_person: 'all' })).toEqual([]);
    expect(await byApi({ number: 1 })).toEqual(['number']);
    const rows = await records.select().from(incident);
    expect(rows).toMatchObject([{ version: 1, severity: null }]);
  });

  it('what is right is taken by both: the doors above were not shut for everything', async () => {
    const said = { severity: 3, outcome: 'resolved', trigger: 'billing_error' };
    expect(await byForm({ ...said, severity: '3' })).toEqual([]);
    expect(await byApi(said)).toEqual([]);
    expect(await records.$count(incident)).toBe(2);
  });
});
