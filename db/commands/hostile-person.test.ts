import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { customer, customerIdentity } from '@/db/schema/organisation.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { personForm } from '@/lib/workspace/person-form.ts';
import { findPerson } from './find-person.ts';
import { writeIncidents } from './incidents/write-incidents.ts';

const { records, sql } = await testDatabase();
const NOW = new Date('2024-06-02T12:00:00Z');

/** What SQL, LIKE, patterns, JSON and addresses each read as more than a letter. */
const HOSTILE = [
  `'; drop table customer; --`,
  `x' or 'a'='a`,
  `$1`,
  `%`,
  `%_%`,
  `_____`,
  `\\`,
  `\\%`,
  `.*`,
  `(a+)+$`,
  `[[:alpha:]]+`,
  `(?i)zelda`,
  `{"a":1}`,
  `a\u0301\u202e`,
  `\ud800`,
  `\u0000`,
  `12345[^0-9]*`,
];
const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 12 }));
const asked = fc.record({
  name: fc.oneof(
    piece,
    fc.tuple(piece, piece).map((two) => two.join(' ')),
  ),
  also: fc.array(piece, { maxLength: 3 }).map((lines) => lines.join('\n')),
});

beforeAll(async () => {
  await makeWorkspace(records);
  const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
  const ready = [
    readyIncident('a', { customer: 'Zelda Quimby', narrative: 'Zelda Quimby rang about 12345 6789.' }),
    readyIncident('b', { customer: `O'Neil 100%_sure\\`, narrative: 'A bill.' }),
  ];
  await records.transaction((tx) => writeIncidents(tx, ready, writing));
});

const search = async (given: { name: string; also?: string }) => {
  const form = personForm.safeParse(given);
  return form.success ? findPerson(records, EVERYBODY, form.data, NOW) : null;
};

it('whatever is searched for, the form refuses it or the search answers, and the record stays whole', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (given) => {
      const found = await search(given);
      if (found) expect(found.customers.filter(({ isErased }) => isErased)).toEqual([]);
    }),
    { numRuns: 60, seed: 11 },
  );
  expect(await records.$count(customer)).toBe(2);
  expect(await records.$count(customerIdentity)).toBe(2);
});

it('signs that stand for any text in a database or a pattern stand for themselves here: they find nobody', async () => {
  for (const name of HOSTILE) {
    const found = await search({ name });
    if (!found) continue;
    const told = [found.customers.length, found.agents.length, found.elsewhere, found.originals];
    expect(told, name).toEqual([0, 0, {}, 0]);
  }
});

it('somebody who is called by such signs is found by them, and by nothing else', async () => {
  const name = `O'Neil 100%_sure\\`;
  expect((await search({ name }))?.customers.map(({ reference }) => reference)).toEqual([name]);
  expect((await search({ name: `O'Neil 100xxsure` }))?.customers).toEqual([]);
});

it('control characters are refused at the form, in a name and in each further spelling', () => {
  for (const given of [{ name: 'Zel\u0000da' }, { name: 'Zelda', also: 'Quimby\u0000' }])
    expect(personForm.safeParse(given).success).toBe(false);
});

it('nothing of it became SQL: the two incidents and their words are there', async () => {
  const [row] = await sql`select (select count(*)::int from incident) as incidents,
    (select count(*)::int from incident_text where narrative is not null) as texts`;
  expect(row).toEqual({ incidents: 2, texts: 2 });
});
