import { eq, sql as fragment } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { rejectedRows } from '@/db/reports/imports.ts';
import { importProblem, importRun } from '@/db/schema/imports.ts';
import { incident, incidentText, sealedText, source } from '@/db/schema/incidents.ts';
import { customer, workspace } from '@/db/schema/organisation.ts';
import { product } from '@/db/schema/taxonomies.ts';
import { incidentPlace, openSealed } from '@/db/sealing.ts';
import { scratchFolder } from '@/db/testing/complaint-files.ts';
import { dumpOf, tablesWith } from '@/db/testing/dump.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { DraftInput, SourceRow } from '@/lib/intake/incident-draft.ts';
import type { RedactionMode } from '@/lib/privacy/redaction-mode.ts';
import { importFile } from './import-file.ts';

const { records, sql } = await testDatabase();
const files = scratchFolder();
afterAll(() => files.remove());
await makeWorkspace(records);
beforeEach(async () => {
  for (const table of [importRun, incident, customer]) await records.delete(table);
  await records.delete(product).where(fragment`code > 0`);
  await choose('sealed');
});

const choose = (redaction: RedactionMode) => records.update(workspace).set({ settings: { redaction } });
const PERSON = ['zelda', 'quimby', '4960774', '496 0774'];
const writing = { timeZone: 'UTC', importRunId: null, now: new Date('2024-02-01T00:00:00Z') };
const write = (id: string, said: Partial<DraftInput>, rows: SourceRow[] = []) =>
  records.transaction((tx) => writeIncidents(tx, [readyIncident(id, said, rows)], writing));
const oneOf = async (id: string) => {
  const [row] = await records
    .select({ text: incidentText, incidentId: incident.incidentId })
    .from(incident)
    .innerJoin(incidentText, eq(incidentText.incidentId, incident.incidentId))
    .where(eq(incident.externalId, id));
  if (!row) throw new Error(`${id} was not written`);
  return row;
};
const originalsOf = async (incidentId: string) => {
  const rows = await records.select().from(sealedText).where(eq(sealedText.incidentId, incidentId));
  return Object.fromEntries(
    rows.map(({ field, sealed }) => [field, openSealed(incidentPlace(incidentId, field), sealed)]),
  );
};

/** Somebody who stands in everything that an incident has room for. */
const EVERYWHERE: Partial<DraftInput> = {
  customer: 'Zelda Quimby',
  product: 'Router of zelda.quimby@example.com',
  topic: 'Call 0161 496 0774',
  narrative: 'My name is Zelda Quimby. Zelda has waited since 3 May 2023 for 120.00 GBP.',
  resolution: 'Mrs Quimby was paid.',
  steps: [{ level: 'frontline', note: 'rang Quimby on 0161 496 0774' }],
  followUps: [{ promise: 'write to zelda.quimby@example.com', dueOn: '2024-01-05' }],
};
const ROWS: SourceRow[] = [
  { line: 2, fields: { 'Customer Name': 'Zelda Quimby', Phone: '0161 496 0774', Text: 'Zelda rang' } },
];

describe('words that are written', () => {
  it('carry tokens in the place of the person, and dates and amounts as they were', async () => {
    await write('a', EVERYWHERE, ROWS);
    const { text } = await oneOf('a');
    expect(text).toMatchObject({
      topic: 'Call [PHONE-1]',
      narrative: 'My name is [NAME-1]. [NAME-1] has waited since 3 May 2023 for 120.00 GBP.',
      resolution: 'Mrs [NAME-1] was paid.',
      sourceRows: [
        {
          line: 2,
          fields: [
            ['Customer Name', '[NAME-1]'],
            ['Phone', '[PHONE-1]'],
            ['Text', '[NAME-1] rang'],
          ],
        },
      ],
      redactedWith: 1,
    });
  });

  it('leave the person in one table of a dump alone: the one that says who a pseudonym is', async () => {
    await write('a', EVERYWHERE, ROWS);
    expect(tablesWith(await dumpOf(sql), PERSON)).toEqual(['public.customer_identity']);
  });

  it('are found by what is left and not by what was taken out', async () => {
    await write('a', EVERYWHERE, ROWS);
    const hits = async (word: string) => {
      const [row] = await sql`
        select count(*)::int as hits from incident_text where to_tsvector('english', coalesce(topic, '') || ' ' ||
        coalesce(narrative, '') || ' ' || coalesce(resolution, '')) @@ plainto_tsquery('english', ${word})`;
      return row?.hits;
    };
    expect([await hits('waited'), await hits('Quimby'), await hits('0161')]).toEqual([1, 0, 0]);
  });

  it('have their originals sealed, each under its field', async () => {
    await write('a', EVERYWHERE, ROWS);
    const { incidentId } = await oneOf('a');
    expect(await originalsOf(incidentId)).toEqual({
      topic: 'Call 0161 496 0774',
      narrative: EVERYWHERE.narrative,
      resolution: 'Mrs Quimby was paid.',
      steps: '["rang Quimby on 0161 496 0774"]',
      followUps: '["write to zelda.quimby@example.com"]',
      sourceRows: JSON.stringify([{ line: 2, fields: Object.entries(ROWS[0]?.fields ?? {}) }]),
    });
  });

  it('keep no original where originals are dropped', async () => {
    await choose('dropped');
    await write('a', EVERYWHERE, ROWS);
    expect((await oneOf('a')).text.topic).toBe('Call [PHONE-1]');
    expect(await records.select().from(sealedText)).toEqual([]);
    expect(tablesWith(await dumpOf(sql), PERSON)).toEqual(['public.customer_identity']);
  });

  it('stay as they came where redaction is off', async () => {
    await choose('off');
    await write('a', EVERYWHERE, ROWS);
    expect((await oneOf('a')).text).toMatchObject({ topic: EVERYWHERE.topic, redactedWith: null });
    expect(await records.select().from(sealedText)).toEqual([]);
  });

  it('have the original of what the source says now: nothing stays sealed that is no longer behind a field', async () => {
    await write('a', EVERYWHERE, ROWS);
    await write('a', { ...EVERYWHERE, narrative: 'Nothing.', topic: null, resolution: 'mail a@example.com' });
    const { incidentId, text } = await oneOf('a');
    expect([text.narrative, text.topic, text.resolution]).toEqual(['Nothing.', null, 'mail [EMAIL-1]']);
    expect(Object.keys(await originalsOf(incidentId)).toSorted()).toEqual([
      'followUps',
      'resolution',
      'steps',
    ]);
  });

  it('that a person has set keep their own original when the source comes again', async () => {
    await write('a', EVERYWHERE, ROWS);
    await records.update(incident).set({ setByPerson: ['narrative'] });
    await write('a', { ...EVERYWHERE, narrative: 'Call 0161 496 0999.' });
    const { incidentId, text } = await oneOf('a');
    expect(text.narrative).toMatch(/^My name is \[NAME-1\]/);
    expect((await originalsOf(incidentId)).narrative).toBe(EVERYWHERE.narrative);
  });

  it('the same source again is unchanged, though the record holds other words', async () => {
    await write('a', EVERYWHERE, ROWS);
    expect(await write('a', EVERYWHERE, ROWS)).toMatchObject({ unchanged: 1 });
  });

  it('a customer who is nothing but a token is nobody, not the same person each time', async () => {
    await write('a', { ...EVERYWHERE, customer: '[NAME-1]' });
    expect(await records.select().from(customer)).toEqual([]);
  });
});

describe('a file', () => {
  const MAIL = 'zelda.quimby@example.com';
  const HEADER =
    'Date received,Product,Issue,Consumer complaint narrative,Company response to consumer,Submitted via,Complaint ID';
  const content = [
    HEADER,
    `02/29/24,Loan of ${MAIL},Late fee,"I am at ${MAIL}.",Closed with explanation,Web,Q1`,
    `ask ${MAIL},Loan,Late fee,"Call me on 0161 496 0774",Closed with explanation,Web,Q2`,
    `02/28/24,Loan,Fee of ${MAIL},None,Closed with explanation,by ${MAIL},Q3`,
    '',
  ].join('\r\n');
  const run = async () => {
    const path = files.write('complaints.csv', content);
    const request = { path, fileName: `from ${MAIL}.csv`, mapping: 'cfpb', timeZone: 'UTC' };
    return importFile(records, EVERYBODY, request);
  };

  it('leaves the person in no table: not in names of files, products, remarks or rejected rows', async () => {
    expect(await run()).toMatchObject({ read: 3, created: 2, rejected: 1 });
    expect(tablesWith(await dumpOf(sql), PERSON)).toEqual([]);
    const problems = await records.select().from(importProblem).orderBy(importProblem.seq);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Date received "ask [EMAIL-1]" is not a time'),
      '"Fee of [EMAIL-1]" has no trigger in the mapping: left unknown in 1 incident',
      '"by [EMAIL-1]" has no channel in the mapping: left unknown in 1 incident',
    ]);
    expect(problems[0]?.row).toContainEqual(['Consumer complaint narrative', 'Call me on [PHONE-1]']);
  });

  it('gives its rejected rows back as they came, for they are to be mended', async () => {
    const { importRunId } = await run();
    const { value: rows } = await rejectedRows(EVERYBODY, importRunId, { record: records }).next();
    expect(rows?.[0]?.fields).toContainEqual(['Date received', `ask ${MAIL}`]);
    expect(rows?.[0]?.fields).toContainEqual(['Consumer complaint narrative', 'Call me on 0161 496 0774']);
  });

  it('gives them back redacted where no originals are kept', async () => {
    await choose('dropped');
    const { importRunId } = await run();
    const { value: rows } = await rejectedRows(EVERYBODY, importRunId, { record: records }).next();
    expect(rows?.[0]?.fields).toContainEqual(['Consumer complaint narrative', 'Call me on [PHONE-1]']);
  });
});

it('an id of the source that is an address of a person is shown as a token, and known again', async () => {
  await write('zelda.quimby@example.com', {});
  expect(await write('zelda.quimby@example.com', {})).toMatchObject({ unchanged: 1 });
  expect(tablesWith(await dumpOf(sql), PERSON)).toEqual([]);
  await records.delete(incident);
  await records.delete(source).where(eq(source.id, 'desk'));
});
