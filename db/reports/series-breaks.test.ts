import { beforeAll, expect, it } from 'vitest';
import { mergeTerm } from '@/db/commands/merge-term.ts';
import { removeEvent } from '@/db/commands/remove-event.ts';
import { listMeanwhile } from '@/db/queries/meanwhile.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { DEFAULT_OVERVIEW } from '@/lib/filters/overview-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { overviewPanel } from './overview.ts';

const { records } = await testDatabase();
const admin: Viewer = { actor: 'account:admin', roles: ['admin'], teams: [] };
const january = { from: '2024-01-01', until: '2024-02-01' };
const MERGED = 'Trigger “Delay or long wait” merged into “Billing error”';

beforeAll(async () => {
  await makeWorkspace(records);
  const days = ['2024-01-02', '2024-01-09', '2024-01-16', '2024-01-23'];
  await makeIncidents(
    records,
    days.map((at, index) => ({ at, trigger: index % 2 ? 'billing_error' : 'service_delay' })),
  );
  const now = new Date('2024-01-17T12:00:00Z');
  const named = { set: 'trigger', id: 'service_delay', version: 1, into: 'billing_error' } as const;
  await mergeTerm(records, admin, named, now);
});

async function series(query: string, chart: 'incidents' | 'repeat_rate' = 'incidents') {
  const filters = parseFilters(new URLSearchParams(`period=2024-01-01..2024-01-28&${query}`));
  const state = { ...DEFAULT_OVERVIEW, chart };
  const now = Date.parse('2024-02-01T12:00:00Z');
  const { panel, frame } = await overviewPanel(EVERYBODY, filters, 'series', { record: records, now, state });
  const events = panel.table.columns.findIndex(({ id }) => id === 'event');
  const drawn = panel.table.rows.flatMap(({ cells }) => cells[events] ?? []);
  return { drawn, subtitle: panel.subtitle, text: panel.definition.text, frame };
}

it('a break stands on the chart of the values that it is about, which says so in words', async () => {
  const { drawn, subtitle, text } = await series('trigger=billing_error');
  expect(drawn).toEqual([`17 Jan ${MERGED}`]);
  const sentence = `${MERGED}, 17 Jan 2024: every day of this series is counted so since.`;
  expect(subtitle).toContain(sentence);
  expect(text.split('\n').at(-1)).toBe(sentence);
});

it('an address of before leads there, too, and is told what its value has become', async () => {
  const { drawn, frame } = await series('trigger=service_delay');
  expect(drawn).toEqual([`17 Jan ${MERGED}`]);
  expect(frame.query).toContain('trigger=billing_error');
  expect(frame.followed).toEqual([
    { dimension: 'trigger', asked: 'Delay or long wait', shown: 'Billing error' },
  ]);
});

it('other charts are without it: those of other triggers, and counts of all', async () => {
  expect((await series('trigger=technical_issue')).drawn).toEqual([]);
  expect(await series('')).toMatchObject({ drawn: [], subtitle: expect.not.stringContaining('merged') });
});

it('the repeat rate carries it without any filter, since it is of customers with the same trigger', async () => {
  expect((await series('', 'repeat_rate')).text).toContain(MERGED);
});

it('once its event is deleted it is on no chart any more', async () => {
  const breaks = async () => (await listMeanwhile(records, EVERYBODY, january)).breaks;
  const [made] = await breaks();
  await removeEvent(records, admin, made?.eventId ?? 0, new Date());
  expect(await breaks()).toEqual([]);
  expect((await series('trigger=billing_error')).drawn).toEqual([]);
});
