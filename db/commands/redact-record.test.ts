import { asc, eq, sql as fragment } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { importProblem, importRun } from '@/db/schema/imports.ts';
import { review } from '@/db/schema/incident-details.ts';
import { incident, incidentText, sealedText } from '@/db/schema/incidents.ts';
import { customer, workspace } from '@/db/schema/organisation.ts';
import { keptPattern, patternFactor, patternNote, patternWhy } from '@/db/schema/patterns.ts';
import { product } from '@/db/schema/taxonomies.ts';
import { incidentPlace, openSealed, problemPlace } from '@/db/sealing.ts';
import { dumpOf, tablesWith } from '@/db/testing/dump.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { Conflict } from '@/lib/errors.ts';
import type { RedactionMode } from '@/lib/privacy/redaction-mode.ts';
import { chooseRedaction } from './choose-redaction.ts';
import { redactRecord } from './redact-record.ts';

const { records, sql } = await testDatabase();
await makeWorkspace(records);
const NOW = new Date('2024-06-01T12:00:00Z');
const PERSON = ['zelda', 'quimby', '496 0774'];
const ENTRIES = { dryRun: false, now: NOW };

const choose = (redaction: RedactionMode) => records.update(workspace).set({ settings: { redaction } });

/** A record that was written without any rule: so many incidents, one in two of which says who the customer is. */
async function writeUnredacted(incidents: number): Promise<void> {
  await choose('off');
  const ready = Array.from({ length: incidents }, (_, index) =>
    readyIncident(
      `q${index}`,
      index % 2 === 0
        ? {
            customer: 'Zelda Quimby',
            product: 'Router of zelda@example.com',
            narrative: `Zelda called from 0161 496 0774 for the ${index}th time.`,
            steps: [{ level: 'frontline' }, { level: 'supervisor', note: 'rang Mrs Quimby' }],
            followUps: [{ promise: 'mail zelda@example.com', dueOn: '2024-01-09' }],
          }
        : { narrative: 'The bill was wrong.' },
      index % 2 === 0 ? [{ line: index, fields: { 'Customer Name': 'Zelda Quimby' } }] : [],
    ),
  );
  const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
  await records.transaction((tx) => writeIncidents(tx, ready, writing));
  await choose('sealed');
}

beforeEach(async () => {
  for (const table of [importRun, incident, customer]) await records.delete(table);
  await records.delete(product).where(fragment`code > 0`);
});

describe('what is in the record already', () => {
  it('is redacted in all places, 2 of 3 incidents, with the originals sealed', async () => {
    await writeUnredacted(3);
    expect(await redactRecord(records, EVERYBODY, ENTRIES)).toEqual({
      incidents: 3,
      redacted: 2,
      taken: { NAME: 6, PHONE: 2, EMAIL: 2 },
      remarks: 0,
      names: 1,
      staffTexts: 0,
      dropped: null,
    });
    expect(tablesWith(await dumpOf(sql), PERSON)).toEqual(['public.customer_identity']);
    const [first] = await records
      .select({ text: incidentText })
      .from(incidentText)
      .innerJoin(incident, eq(incident.incidentId, incidentText.incidentId))
      .where(eq(incident.externalId, 'q0'));
    expect(first?.text.narrative).toBe('[NAME-1] called from [PHONE-1] for the 0th time.');
    const incidentId = first?.text.incidentId ?? '';
    const sealed = await records.select().from(sealedText).where(eq(sealedText.incidentId, incidentId));
    expect(
      Object.fromEntries(
        sealed.map((one) => [one.field, openSealed(incidentPlace(incidentId, one.field), one.sealed)]),
      ),
    ).toEqual({
      narrative: 'Zelda called from 0161 496 0774 for the 0th time.',
      steps: '["rang Mrs Quimby"]',
      followUps: '["mail zelda@example.com"]',
      sourceRows: '[{"line":0,"fields":[["Customer Name","Zelda Quimby"]]}]',
    });
  });

  it('is not gone through twice: the second time there are 0 incidents', async () => {
    await writeUnredacted(3);
    await redactRecord(records, EVERYBODY, ENTRIES);
    expect(await redactRecord(records, EVERYBODY, ENTRIES)).toMatchObject({
      incidents: 0,
      redacted: 0,
      taken: {},
    });
  });

  it('that was redacted at the door is left alone', async () => {
    await choose('sealed');
    const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
    await records.transaction((tx) =>
      writeIncidents(tx, [readyIncident('a', { topic: 'a@example.com' })], writing),
    );
    expect(await redactRecord(records, EVERYBODY, ENTRIES)).toMatchObject({ incidents: 0 });
  });

  it('a dry run counts the same and changes nothing', async () => {
    await writeUnredacted(3);
    const before = await dumpOf(sql);
    expect(await redactRecord(records, EVERYBODY, { ...ENTRIES, dryRun: true })).toEqual({
      incidents: 3,
      redacted: 2,
      taken: { NAME: 6, PHONE: 2, EMAIL: 2 },
      remarks: null,
      names: null,
      staffTexts: null,
      dropped: null,
    });
    expect(await dumpOf(sql)).toEqual(before);
  });

  it('broken off after a batch of 500 it is completed by the next: 500 + 101 of 601', async () => {
    await writeUnredacted(601);
    const stop = () => {
      throw new Error('the program was stopped');
    };
    await expect(redactRecord(records, EVERYBODY, ENTRIES, stop)).rejects.toThrow('the program was stopped');
    const seen: number[] = [];
    const rest = await redactRecord(records, EVERYBODY, ENTRIES, (incidents) => seen.push(incidents));
    expect([rest.incidents, seen]).toEqual([101, [101]]);
    expect(tablesWith(await dumpOf(sql), PERSON)).toEqual(['public.customer_identity']);
  });

  it('keeps the older original where one is sealed already', async () => {
    await writeUnredacted(1);
    await redactRecord(records, EVERYBODY, ENTRIES);
    await records.update(incidentText).set({ narrative: '[NAME-1], now at a@example.com', redactedWith: 0 });
    await redactRecord(records, EVERYBODY, ENTRIES);
    const [text] = await records.select().from(incidentText);
    expect(text?.narrative).toBe('[NAME-1], now at [EMAIL-2]');
    const [sealed] = await records.select().from(sealedText).where(eq(sealedText.field, 'narrative'));
    expect(openSealed(incidentPlace(text?.incidentId ?? '', 'narrative'), sealed?.sealed ?? '')).toMatch(
      /^Zelda/,
    );
  });
});

it('remarks of imports and the names of their files are redacted, and rejected rows sealed', async () => {
  await choose('sealed');
  const [run] = await records
    .insert(importRun)
    .values({
      mapping: 'cfpb',
      fileName: 'of zelda@example.com.csv',
      fileSha256: 'x',
      fileBytes: 1,
      startedBy: 'test',
      startedAt: NOW,
      state: 'done',
    })
    .returning();
  const importRunId = run?.importRunId ?? 0;
  const row = [['Customer Name', 'Zelda Quimby']];
  const message = '"zelda@example.com" is not a number';
  await records
    .insert(importProblem)
    .values({ importRunId, seq: 1, line: 2, kind: 'rejected', message, row });
  expect(await redactRecord(records, EVERYBODY, ENTRIES)).toMatchObject({ remarks: 1, names: 1 });
  const [problem] = await records.select().from(importProblem);
  expect(problem).toMatchObject({
    message: '"[EMAIL-1]" is not a number',
    row: [['Customer Name', '[NAME-1]']],
  });
  expect(openSealed(problemPlace(importRunId, 1), problem?.sealedRow ?? '')).toBe(JSON.stringify(row));
  const [after] = await records.select().from(importRun);
  expect(after?.fileName).toBe('of [EMAIL-1].csv');
});

it('two products that differ only in what is taken out stay two', async () => {
  await choose('sealed');
  await records.insert(product).values([
    { code: 1, id: 'one', label: 'Line of a@example.com', rank: 1 },
    { code: 2, id: 'two', label: 'Line of b@example.com', rank: 2 },
  ]);
  expect(await redactRecord(records, EVERYBODY, ENTRIES)).toMatchObject({ names: 2 });
  const rows = await records.select().from(product).where(fragment`code > 0`).orderBy(asc(product.code));
  expect(rows.map(({ id, label }) => [id, label])).toEqual([
    ['line_of_email_1', 'Line of [EMAIL-1]'],
    ['line_of_email_1_2', 'Line of [EMAIL-1]'],
  ]);
});

describe('the choice', () => {
  it('that no originals are kept any more removes those that were', async () => {
    await writeUnredacted(3);
    await redactRecord(records, EVERYBODY, ENTRIES);
    const [{ version } = { version: 0 }] = await records
      .select({ version: workspace.version })
      .from(workspace);
    await chooseRedaction(records, EVERYBODY, { version, redaction: 'dropped' }, NOW);
    // Two incidents with four fields each.
    expect(await redactRecord(records, EVERYBODY, ENTRIES)).toMatchObject({ dropped: 8 });
    expect(await records.select().from(sealedText)).toEqual([]);
  });

  it('to redact nothing leaves the record alone, and says how to turn it on', async () => {
    await writeUnredacted(1);
    await choose('off');
    await expect(redactRecord(records, EVERYBODY, ENTRIES)).rejects.toThrow(Conflict);
    expect(await redactRecord(records, EVERYBODY, { ...ENTRIES, dryRun: true })).toMatchObject({
      redacted: 1,
    });
  });

  it('and each run are audited, without a word of what was taken out', async () => {
    await records.delete(incident);
    await writeUnredacted(1);
    await redactRecord(records, EVERYBODY, ENTRIES);
    const rows = await records.select().from(auditLog).orderBy(asc(auditLog.auditId));
    expect(rows.slice(-2).map(({ action, detail }) => [action, detail])).toEqual([
      ['redaction.start', { rules: 1, originals: 'sealed' }],
      [
        'redaction.done',
        {
          incidents: 1,
          redacted: 1,
          taken: { NAME: 3, PHONE: 1, EMAIL: 1 },
          remarks: 0,
          names: 1,
          staffTexts: 0,
          dropped: null,
        },
      ],
    ]);
    expect(rows.map(({ action }) => action)).toContain('redaction_chosen');
  });
});

it('what staff wrote into patterns and reviews while redaction was off is redacted: six texts, each once', async () => {
  const by = { ownerAccount: 'account:1', keptBy: 'account:1', keptAt: NOW } as const;
  const [kept] = await records
    .insert(keptPattern)
    .values({
      ...{ name: 'Bills of zelda@example.com', filter: 'trigger=billing_error', measure: 'incidents' },
      ...{ better: 'lower', status: 'watching' },
      ...by,
    })
    .returning({ keptPatternId: keptPattern.keptPatternId });
  const of = { keptPatternId: kept?.keptPatternId ?? 0 };
  const why = { question: 'Why 0161 496 0774?', answer: 'She rang from 0161 496 0774.', evidence: null };
  await records.insert(patternWhy).values({ ...of, seq: 1, ...why });
  const note = {
    ...of,
    kind: 'note',
    text: 'Mail zelda@example.com',
    madeBy: 'account:1',
    madeAt: NOW,
  } as const;
  await records.insert(patternNote).values([note, note]);
  await records.insert(patternFactor).values({ ...of, category: 'people', text: 'Bills of 3 May 2024' });
  await writeUnredacted(1);
  const [{ incidentId } = { incidentId: '' }] = await records.select().from(incident);
  const reviewed = { incidentId, seq: 1, reviewer: 'account:1', startedAt: NOW };
  await records.insert(review).values({ ...reviewed, note: 'Asked Mrs Quimby on 0161 496 0774.' });
  expect(await redactRecord(records, EVERYBODY, ENTRIES)).toMatchObject({ staffTexts: 6 });
  expect(tablesWith(await dumpOf(sql), PERSON)).toEqual(['public.customer_identity']);
  expect((await records.select().from(patternNote)).map(({ text }) => text)).toEqual([
    'Mail [EMAIL-1]',
    'Mail [EMAIL-1]',
  ]);
  expect(await redactRecord(records, EVERYBODY, ENTRIES)).toMatchObject({ staffTexts: 0 });
  await records.delete(keptPattern);
});
