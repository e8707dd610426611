import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { accountAgent } from '@/db/schema/accounts.ts';
import { importProblem, importRun } from '@/db/schema/imports.ts';
import { review } from '@/db/schema/incident-details.ts';
import { incident, sealedText } from '@/db/schema/incidents.ts';
import { event, workspace } from '@/db/schema/organisation.ts';
import { keptPattern, patternFactor, patternNote, patternWhy } from '@/db/schema/patterns.ts';
import { savedView } from '@/db/schema/views.ts';
import { incidentPlace, problemPlace, sealText } from '@/db/sealing.ts';
import type { DraftInput } from '@/lib/intake/incident-draft.ts';
import { readyIncident } from './ready-incident.ts';

/** Words by which the person below is found in whatever is read. */
export const PERSON_WORDS = ['zelda', 'quimby', '4960774', '496 0774'];
export const PERSON_NAMES = { name: 'Zelda Quimby', also: ['0161 496 0774', 'zelda@home.example', 'Zelda'] };

const NOW = new Date('2024-06-01T12:00:00Z');
const AT = { occurred: { at: Date.UTC(2024, 4, 1, 9), precision: 'minute', basis: 'occurred' } } as const;

const OWN: Partial<DraftInput> = {
  ...AT,
  customer: 'Zelda Quimby',
  agent: 'Tom Baker',
  trigger: 'billing_error',
  product: 'Router of Zelda Quimby',
  topic: 'Call 0161 496 0774',
  narrative: 'My name is Zelda Quimby. I have waited since 3 May.',
  resolution: 'Mrs Quimby was paid.',
  steps: [{ level: 'frontline', note: 'rang Quimby', agent: 'Tom Baker' }, { level: 'supervisor' }],
  followUps: [{ promise: 'write to zelda@home.example', dueOn: '2024-01-05' }],
};
const OTHER: Partial<DraftInput> = {
  ...AT,
  customer: 'Ann Lee',
  trigger: 'billing_error',
  narrative: 'My neighbour ZELDA  QUIMBY has the same router. Tom Baker was kind.',
};

/**
 * Writes a person into everything that has room for words, as it is where redaction is off or has missed them: two
 * incidents of their own, one of somebody else, originals, rows of imports, patterns, events and views.
 */
export async function writeErasablePerson(records: RecordDatabase): Promise<void> {
  await records.update(workspace).set({ settings: { redaction: 'off' } });
  const rows = [{ line: 2, fields: { 'Customer Name': 'Zelda Quimby', Text: 'Zelda rang' } }];
  const ready = [
    readyIncident('own1', OWN, rows),
    readyIncident('own2', OWN, rows),
    readyIncident('other', OTHER),
  ];
  const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
  await records.transaction((tx) => writeIncidents(tx, ready, writing));
  await records.update(workspace).set({ settings: { redaction: 'sealed' } });
  for (const { incidentId, externalId } of await records.select().from(incident)) {
    const sealed = sealText(incidentPlace(incidentId, 'narrative'), 'Zelda Quimby said it.');
    await records.insert(sealedText).values({ incidentId, field: 'narrative', sealed, sealedAt: NOW });
    const note = {
      incidentId,
      seq: 1,
      reviewer: 'account:1',
      startedAt: NOW,
      note: externalId === 'other' ? 'As with Zelda Quimby' : 'Mrs Quimby, again',
    };
    await records.insert(review).values(note);
  }
  await writeImport(records);
  await writePattern(records);
  await records
    .insert(event)
    .values({ day: '2024-05-02', kind: 'other', label: 'Zelda Quimby was on television' });
  const view = {
    page: '/incidents',
    query: 'q=Zelda+Quimby&trigger=billing_error',
    name: 'About Zelda Quimby',
  };
  await records.insert(savedView).values({ ...view, ownerAccount: 'account:1', scope: 'own', madeAt: NOW });
}

async function writeImport(records: RecordDatabase): Promise<void> {
  const file = { mapping: 'cfpb', fileName: 'zelda quimby.csv', fileSha256: '0', fileBytes: 1 };
  const [run] = await records
    .insert(importRun)
    .values({
      ...file,
      startedBy: 'test',
      startedAt: NOW,
      finishedAt: NOW,
      state: 'done',
      rejected: 1,
      read: 1,
    })
    .returning({ id: importRun.importRunId });
  const id = run?.id ?? 0;
  await records.insert(importProblem).values({
    importRunId: id,
    seq: 1,
    line: 2,
    kind: 'rejected',
    message: '"Zelda Quimby" is not a time',
    row: [['Zelda Quimby', 'rang 01614960774']],
    sealedRow: sealText(problemPlace(id, 1), JSON.stringify([['Name', 'Zelda Quimby']])),
  });
}

async function writePattern(records: RecordDatabase): Promise<void> {
  const [kept] = await records
    .insert(keptPattern)
    .values({
      name: 'Bills of Zelda Quimby',
      filter: 'trigger=billing_error',
      measure: 'incidents',
      better: 'lower',
      ownerAccount: 'account:1',
      status: 'watching',
      keptBy: 'account:1',
      keptAt: NOW,
    })
    .returning({ keptPatternId: keptPattern.keptPatternId });
  const of = { keptPatternId: kept?.keptPatternId ?? 0 };
  await records.insert(patternWhy).values({
    ...of,
    seq: 1,
    question: 'Why Zelda Quimby?',
    answer: 'Quimby, Zelda moved.',
    evidence: 'Zelda',
  });
  await records
    .insert(patternNote)
    .values({ ...of, kind: 'note', text: 'Talk to Zelda Quimby', madeBy: 'account:1', madeAt: NOW });
  await records.insert(patternFactor).values({ ...of, category: 'people', text: 'Zelda Quimby herself' });
}

/** Binds an agent to an account. */
export async function bindAgent(records: RecordDatabase, userId: string, agentId: number): Promise<void> {
  await records.insert(accountAgent).values({ userId, agentId });
}
