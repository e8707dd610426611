import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { toAsked } from '@/db/where.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { listNarratives, sampleNumbers } from './narratives.ts';

const { records } = await testDatabase();
let north = 0;

beforeAll(async () => {
  const people = await makePeople(records, { North: ['a'], South: ['b'] });
  const teams = [...people.values()].map(({ team }) => team);
  north = teams[0] ?? 0;
  const hour = (index: number) => (index % 4 === 0 ? '' : 'T09:00');
  await makeIncidents(
    records,
    Array.from({ length: 40 }, (_, index) => ({
      at: `2024-03-0${1 + (index % 5)}${hour(index)}`,
      trigger: index % 2 ? 'billing_error' : 'service_delay',
      team: teams[index % 2] ?? 0,
    })),
  );
  for (const { incidentId, number } of await records.select().from(incident)) {
    const narrative = number % 5 === 0 ? null : number % 7 === 0 ? '' : `Narrative ${number}.`;
    await records.insert(incidentText).values({ incidentId, narrative });
  }
});

const sample = (query: string, but: string | null, most: number, viewer = EVERYBODY) =>
  ask(records, query, (snapshot, asked, vocabularies) => {
    const apart =
      but === null ? null : toAsked(parseFilters(new URLSearchParams(but)), vocabularies, null, asked);
    return sampleNumbers(snapshot, viewer, asked, apart, most);
  });

test('10 of 40 are the same 10 every time, from all over the record, and the first of a sample of 20', async () => {
  const ten = await sample('', null, 10);
  expect(new Set(ten).size).toBe(10);
  expect(await sample('', null, 10)).toEqual(ten);
  expect((await sample('', null, 20)).slice(0, 10)).toEqual(ten);
  const quarters = ten.map((number) => Math.floor((number - Math.min(...ten)) / 10));
  expect(new Set(quarters).size).toBeGreaterThanOrEqual(3);
});

test('the rest is what is not among the others: 20 of 40, also where their hour is not known: 30 − 10', async () => {
  const all = new Set(await sample('', null, 100));
  const billing = await sample('trigger=billing_error', null, 100);
  const rest = await sample('', 'trigger=billing_error', 100);
  expect([all.size, billing.length, rest.length]).toEqual([40, 20, 20]);
  expect(new Set([...billing, ...rest])).toEqual(all);
  expect(await sample('', 'hour=9', 100)).toHaveLength(10);
  expect(await sample('', '', 100)).toEqual([]);
});

test('narratives are those of the incidents asked for that have one, and of the viewer’s teams alone', async () => {
  const numbers = await sample('', null, 100);
  const texts = await listNarratives(records, EVERYBODY, numbers);
  const expected = numbers.filter((number) => number % 5 !== 0 && number % 7 !== 0);
  expect(texts.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(
    expected.toSorted((one, other) => one - other),
  );
  expect(texts.every(({ number, narrative }) => narrative === `Narrative ${number}.`)).toBe(true);
  const own = await listNarratives(records, { ...EVERYBODY, teams: [north] }, numbers);
  const ofNorth = await records
    .select({ number: incident.number })
    .from(incident)
    .where(eq(incident.teamId, north));
  const seen = new Set(ofNorth.map(({ number }) => number));
  expect(own.length).toBeGreaterThan(0);
  expect(own.every(({ number }) => seen.has(number))).toBe(true);
  expect(await listNarratives(records, { ...EVERYBODY, teams: [] }, numbers)).toEqual([]);
  expect(await listNarratives(records, EVERYBODY, [])).toEqual([]);
});
