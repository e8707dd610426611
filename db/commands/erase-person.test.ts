import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql as fragment } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addAccount } from '@/db/accounts/add-account.ts';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { factsOf } from '@/db/facts/facts.ts';
import { eventsReport } from '@/db/reports/events.ts';
import { importReport, importsReport, rejectedRows } from '@/db/reports/imports.ts';
import { incidentReport } from '@/db/reports/incident.ts';
import { incidentsReport } from '@/db/reports/incidents.ts';
import { keptPatternsReport } from '@/db/reports/kept-patterns.ts';
import { lessonReport } from '@/db/reports/lesson.ts';
import { lessonsReport } from '@/db/reports/lessons.ts';
import { scenarioReport, scenariosReport } from '@/db/reports/scenarios.ts';
import { trainingReport } from '@/db/reports/training.ts';
import { sessionReport } from '@/db/reports/training-session.ts';
import { account, accountAgent, user } from '@/db/schema/accounts.ts';
import { formDraft } from '@/db/schema/form-drafts.ts';
import { auditLog, factChange } from '@/db/schema/housekeeping.ts';
import { importRun } from '@/db/schema/imports.ts';
import { action, seriesRebase, signalReview } from '@/db/schema/improvement.ts';
import { incident, incidentText, sealedText } from '@/db/schema/incidents.ts';
import { lesson } from '@/db/schema/lessons.ts';
import { agent, customer, customerIdentity, event } from '@/db/schema/organisation.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { scenario } from '@/db/schema/scenarios.ts';
import { product } from '@/db/schema/taxonomies.ts';
import { trainingModule, trainingSession } from '@/db/schema/training.ts';
import { savedView } from '@/db/schema/views.ts';
import { formDraftPlace, incidentPlace, openSealed, sealText } from '@/db/sealing.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { dumpOf, tablesWith } from '@/db/testing/dump.ts';
import { bindAgent, PERSON_NAMES, PERSON_WORDS, writeErasablePerson } from '@/db/testing/erasable-person.ts';
import { PERSONAL_PRODUCT, writeErasableTraining } from '@/db/testing/erasable-training.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { Conflict } from '@/lib/errors.ts';
import { parseListState } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { erasePerson } from './erase-person.ts';
import { findPerson } from './find-person.ts';

const opened = await testDatabase();
const { records, sql } = opened;
await makeWorkspace(records);
const home = mkdtempSync(join(tmpdir(), 'lookback-erasure-'));
afterAll(() => rmSync(home, { recursive: true }));
const NOW = new Date('2024-06-02T12:00:00Z');

beforeEach(async () => {
  const tables = [
    action,
    seriesRebase,
    signalReview,
    lesson,
    scenario,
    trainingSession,
    trainingModule,
    importRun,
    incident,
    customer,
    keptPattern,
    event,
    savedView,
    accountAgent,
    agent,
    factChange,
  ];
  for (const table of tables) await records.delete(table);
  await records.delete(product).where(fragment`code > 0`);
  await writeErasablePerson(records);
  await writeErasableTraining(records);
});

const find = () => findPerson(records, EVERYBODY, PERSON_NAMES, NOW);
const erase = async (who: { customers?: number[]; agents?: number[] } = {}, names = PERSON_NAMES) =>
  erasePerson(
    records,
    EVERYBODY,
    { customers: [], agents: [], elsewhere: true, ...names, ...who },
    { home, now: NOW },
  );
const eraseFound = async () => {
  const { customers } = await find();
  return erase({ customers: customers.map(({ customerId }) => customerId) });
};
const wordsIn = (value: unknown) => {
  const text = JSON.stringify(value).toLowerCase();
  return PERSON_WORDS.filter((word) => text.includes(word));
};
const audited = async (action: string) =>
  (await records.select().from(auditLog).where(eq(auditLog.action, action)).orderBy(auditLog.auditId)).at(-1);

describe('looking for somebody', () => {
  it('finds who it is, and in how many rows of what the name stands elsewhere', async () => {
    const found = await find();
    expect(found.customers).toMatchObject([
      { reference: 'Zelda Quimby', incidents: 2, firstOn: '2024-05-01', isExact: true, isErased: false },
    ]);
    expect(found.elsewhere).toEqual({
      action: 1,
      event: 1,
      import_problem: 1,
      import_run: 1,
      incident_text: 1,
      kept_pattern: 1,
      lesson: 1,
      lesson_check: 1,
      pattern_factor: 1,
      pattern_note: 1,
      pattern_why: 1,
      product: 1,
      review: 1,
      saved_view: 1,
      scenario: 1,
      series_rebase: 1,
      signal_review: 1,
      training_module: 1,
      training_session: 1,
    });
    expect([found.originals, found.unreadable, found.accounts]).toEqual([2, 0, 0]);
  });

  it('changes nothing, and notes that somebody was looked for, not whom', async () => {
    const before = await dumpOf(sql);
    await find();
    const changed = [...(await dumpOf(sql))].filter(([name, text]) => before.get(name) !== text);
    expect(changed.map(([name]) => name)).toEqual(['public.audit_log']);
    expect(await audited('person_looked_for')).toMatchObject({ detail: { customers: 1, agents: 0 } });
    expect(tablesWith(await dumpOf(sql), PERSON_WORDS)).not.toContain('public.audit_log');
  });

  it('finds a customer by the pseudonym, and by the name of the source where nobody knows any more who it is', async () => {
    const [{ pseudonym } = { pseudonym: '' }] = (await find()).customers;
    const by = async (name: string) =>
      (await findPerson(records, EVERYBODY, { name, also: [] }, NOW)).customers.map((one) => one.pseudonym);
    expect(await by(pseudonym)).toEqual([pseudonym]);
    await records.delete(customerIdentity);
    expect(await by('Zelda Quimby')).toEqual([pseudonym]);
  });

  it('tells whom it is not sure of: a longer name that holds the one given', async () => {
    const { customers } = await findPerson(records, EVERYBODY, { name: 'Quimby', also: [] }, NOW);
    expect(customers).toMatchObject([{ reference: 'Zelda Quimby', isExact: false }]);
  });
});

describe('a customer who is erased', () => {
  it('is in no table of a dump, no sealed original and no statistic of the planner, but a token stands there', async () => {
    await eraseFound();
    const dump = await dumpOf(sql);
    expect(tablesWith(dump, PERSON_WORDS)).toEqual([]);
    expect(dump.get('public.incident_text')).toContain('My neighbour [ERASED] has the same router.');
    for (const row of await records.select().from(sealedText)) {
      expect(wordsIn(openSealed(incidentPlace(row.incidentId, row.field), row.sealed))).toEqual([]);
    }
    const remembered =
      await sql`select to_jsonb(s)::text as row from pg_stats as s where schemaname = 'public'`;
    expect(remembered.length).toBeGreaterThan(20);
    expect(wordsIn(remembered)).toEqual([]);
  });

  it('is in no file of the database as a live row, and in nothing that was uploaded', async () => {
    const uploads = join(home, 'uploads');
    mkdirSync(uploads, { recursive: true });
    const [old, fresh] = [join(uploads, 'old'), join(uploads, 'fresh')];
    for (const path of [old, fresh]) writeFileSync(path, 'Zelda Quimby');
    utimesSync(old, new Date(NOW.getTime() - 3_600_000), new Date(NOW.getTime() - 3_600_000));
    utimesSync(fresh, NOW, NOW);
    expect((await eraseFound()).uploads).toBe(1);
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
    rmSync(fresh);
    expect(readdirSync(uploads).map((name) => readFileSync(join(uploads, name), 'utf8'))).toEqual([]);
  });

  it('leaves every figure: two incidents, their trigger, steps, repeats and one customer without a name', async () => {
    const figures = async () =>
      sql`select i.number, i.occurred_on, i.trigger, i.customer_id, i.agent_id, i.outcome, i.days_since_previous,
        i.documented, i.step_count, i.content_hash from incident as i order by i.number`;
    const before = await figures();
    const erased = await eraseFound();
    expect(erased).toMatchObject({ customers: 1, agents: 0, incidents: 2, originals: 2 });
    expect(await figures()).toEqual(before);
    const texts = await records.select().from(incidentText).orderBy(incidentText.incidentId);
    const emptied = texts.filter(({ wordsRemovedAt }) => wordsRemovedAt !== null);
    expect(emptied.map((row) => [row.topic, row.narrative, row.resolution, row.sourceRows])).toEqual([
      [null, null, null, []],
      [null, null, null, []],
    ]);
  });

  it('is in no list, search, page or file that Lookback makes', async () => {
    const list = async (query: string) =>
      incidentsReport(EVERYBODY, parseFilters(new URLSearchParams(query)), parseListState({}).list, {
        record: records,
        now: NOW.getTime(),
      });
    const hits = async () => {
      const [row] = await sql`select count(*)::int as hits from incident_text
        where to_tsvector('english', coalesce(topic, '') || ' ' || coalesce(narrative, '') || ' ' ||
          coalesce(resolution, '')) @@ plainto_tsquery('english', 'Quimby')`;
      return row?.hits;
    };
    expect(await hits()).toBe(3);
    await eraseFound();
    expect(await hits()).toBe(0);
    expect(wordsIn(await list('period=all'))).toEqual([]);
    for (const { number } of await records.select({ number: incident.number }).from(incident)) {
      expect(wordsIn(await incidentReport(EVERYBODY, number, { record: records }))).toEqual([]);
    }
    const [run] = await records.select().from(importRun);
    const rejected = await rejectedRows(EVERYBODY, run?.importRunId ?? 0, { record: records }).next();
    const others = [
      await keptPatternsReport(EVERYBODY, { record: records }),
      await eventsReport(EVERYBODY, { page: 1 }, { record: records }),
      await importsReport(EVERYBODY, { record: records }),
      await importReport(EVERYBODY, run?.importRunId ?? 0, { kind: null, page: 1 }, { record: records }),
      rejected,
    ];
    expect(others.map(wordsIn)).toEqual(others.map(() => []));
  });

  it('is on no page of training, cards and lessons, and no search of them finds the name', async () => {
    const [card] = await records.select().from(scenario);
    const [told] = await records.select().from(lesson);
    const [session] = await records.select().from(trainingSession);
    const options = { record: records, now: NOW.getTime() };
    const search = (words: string) => ({ words, technique: null });
    const pages = async () => [
      await trainingReport(EVERYBODY, options),
      await sessionReport(EVERYBODY, session?.trainingSessionId ?? 0, options),
      await scenariosReport(EVERYBODY, search(''), options),
      await scenarioReport(EVERYBODY, card?.scenarioId ?? 0, options),
      await lessonsReport(EVERYBODY, search(''), options),
      await lessonReport(EVERYBODY, told?.lessonId ?? 0, options),
    ];
    const hits = async () => [
      (await scenariosReport(EVERYBODY, search('Quimby'), options)).cards.length,
      (await lessonsReport(EVERYBODY, search('Quimby'), options)).found,
    ];
    expect((await pages()).map((page) => wordsIn(page).length > 0)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(await hits()).toEqual([1, 1]);
    await eraseFound();
    expect((await pages()).flatMap(wordsIn)).toEqual([]);
    expect(await hits()).toEqual([0, 0]);
  });

  it('leaves what was said of a series named after them with that series', async () => {
    await eraseFound();
    const [left] = await records.select().from(product).where(fragment`code > 0`);
    expect(left?.id).not.toBe(PERSONAL_PRODUCT);
    const scope = `product=${left?.id}&team=3,4`;
    const sorted = (text: string | undefined) => [...new URLSearchParams(text)].toSorted();
    const [rebase] = await records.select().from(seriesRebase);
    const [muted] = await records.select().from(signalReview);
    expect([rebase?.scope, muted?.scope].map(sorted)).toEqual([sorted(scope), sorted(scope)]);
    expect(muted?.key).toBe(`incidents:product:${left?.id}`);
    expect(rebase?.scope).toBe(toSearchParams(parseFilters(new URLSearchParams(rebase?.scope))));
  });

  it('is not in the copy of the facts, which follows', async () => {
    await withCopy(opened, async () => {
      const version = async () => {
        const copy = await factsOf(records)?.open();
        if (!copy) throw new Error('there is no copy');
        const tables = await copy.reader.ask('select table_name from information_schema.tables', []);
        const rows = await Promise.all(tables.map(([name]) => copy.reader.ask(`select * from ${name}`, [])));
        const text = rows.map((row) => row.map(String).join('\n')).join('\n');
        await copy.reader.close();
        return { version: copy.reader.version, text, tables: tables.length };
      };
      const before = await version();
      await eraseFound();
      const after = await version();
      expect(after.version).toBeGreaterThan(before.version);
      expect(after.tables).toBeGreaterThan(4);
      expect(wordsIn(after.text)).toEqual([]);
    });
  });

  it('does not come back by the same file, nor by one that says something else of an incident, nor by a new incident', async () => {
    await eraseFound();
    const said = {
      customer: 'Zelda Quimby',
      narrative: 'Zelda Quimby rang again.',
      trigger: 'billing_error',
    };
    const ready = [readyIncident('own1', said), readyIncident('new', { ...said, narrative: 'The bill.' })];
    const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
    await records.transaction((tx) => writeIncidents(tx, ready, writing));
    expect(tablesWith(await dumpOf(sql), PERSON_WORDS)).toEqual([]);
    const customers = await records.selectDistinct({ id: incident.customerId }).from(incident);
    expect(customers).toHaveLength(2);
    expect((await find()).customers).toMatchObject([{ reference: null, isErased: true, incidents: 3 }]);
  });

  it('is noted twice in the audit log, by counts alone', async () => {
    await eraseFound();
    expect(await audited('person_erased')).toMatchObject({
      subject: 'person',
      detail: { customers: 1, agents: 0, incidents: 2 },
    });
    expect((await audited('person_erased_elsewhere'))?.detail).toMatchObject({ originals: 2, uploads: 0 });
  });

  it('may keep the mentions elsewhere, where these are somebody else of the name', async () => {
    const { customers } = await find();
    const only = { customers: customers.map(({ customerId }) => customerId), elsewhere: false };
    const erased = await erasePerson(
      records,
      EVERYBODY,
      { agents: [], ...PERSON_NAMES, ...only },
      { home, now: NOW },
    );
    expect([erased.elsewhere, erased.originals]).toEqual([{}, 0]);
    expect(tablesWith(await dumpOf(sql), PERSON_WORDS)).toContain('public.pattern_note');
    expect(await records.select().from(customerIdentity)).toMatchObject([{ reference: 'Ann Lee' }]);
  });

  it('a second time finds nothing to do', async () => {
    await eraseFound();
    const again = await eraseFound();
    expect(again).toMatchObject({ customers: 1, incidents: 2, elsewhere: {}, originals: 0 });
  });
});

describe('former staff who are erased', () => {
  const TOM = { name: 'Tom Baker', also: [] };
  const findTom = async () => (await findPerson(records, EVERYBODY, TOM, NOW)).agents;

  it('are a number under which their incidents still stand, and are named nowhere', async () => {
    const [tom] = await findTom();
    expect(tom).toMatchObject({ reference: 'Tom Baker', incidents: 2, isExact: true });
    await erase({ agents: [tom?.agentId ?? 0] }, TOM);
    expect(tablesWith(await dumpOf(sql), ['tom baker'])).toEqual([]);
    expect(await records.select().from(agent)).toMatchObject([
      { agentId: tom?.agentId, reference: `Former staff ${tom?.agentId}`, left: true },
    ]);
    const own = await records
      .select()
      .from(incident)
      .where(eq(incident.agentId, tom?.agentId ?? 0));
    expect(own).toHaveLength(2);
    expect(
      (await records.select().from(incidentText)).filter(({ wordsRemovedAt }) => wordsRemovedAt),
    ).toEqual([]);
  });

  it('are the same number when the source goes on naming them', async () => {
    const [tom] = await findTom();
    await erase({ agents: [tom?.agentId ?? 0] }, TOM);
    const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
    await records.transaction((tx) =>
      writeIncidents(tx, [readyIncident('x', { agent: 'Tom Baker' })], writing),
    );
    expect(await records.select().from(agent)).toHaveLength(1);
    expect((await findTom())[0]).toMatchObject({ isErased: true, incidents: 3 });
  });

  it('who still have an account are refused, whole, until it is closed', async () => {
    const [tom] = await findTom();
    const made = { email: 'tom@example.org', name: 'Tom Baker', password: 'a quiet word at noon', roles: [] };
    const userId = await addAccount(records, made, NOW);
    await bindAgent(records, userId, tom?.agentId ?? 0);
    expect((await findPerson(records, EVERYBODY, TOM, NOW)).accounts).toBe(1);
    await expect(erase({ agents: [tom?.agentId ?? 0] }, TOM)).rejects.toThrow(Conflict);
    expect(await records.select().from(agent)).toMatchObject([{ reference: 'Tom Baker' }]);
    await records.delete(account);
    await records.delete(user);
    await erase({ agents: [tom?.agentId ?? 0] }, TOM);
    expect(tablesWith(await dumpOf(sql), ['tom baker'])).toEqual([]);
  });
});

it('a draft of a form that names them goes, one that does not stays', async () => {
  const made = { email: 'ann@example.org', name: 'Ann', password: 'a quiet word at noon', roles: [] };
  const userId = await addAccount(records, made, NOW);
  const draft = (form: string, words: string) => {
    const sealed = sealText(formDraftPlace(userId, form), JSON.stringify({ narrative: words }));
    return { userId, form, sealed, savedAt: NOW };
  };
  await records
    .insert(formDraft)
    .values([draft('incident', 'Zelda Quimby rang'), draft('other', 'The bill')]);
  expect((await eraseFound()).originals).toBe(3);
  expect((await records.select().from(formDraft)).map(({ form }) => form)).toEqual(['other']);
});

it('everything that is sealed is opened and searched: there is no other column of that name', async () => {
  const columns = await sql<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (column_name like '%sealed%' or column_name like '%encrypted%')
      and data_type not like 'timestamp%' order by 1`;
  expect(columns.map(({ name }) => name)).toEqual([
    'form_draft.sealed',
    'import_problem.sealed_row',
    'sealed_text.sealed',
  ]);
});

it('of every table that belongs to incidents each text is either emptied with the words or says nothing of a person', async () => {
  const columns = await sql<{ name: string }[]>`
    select c.table_name || '.' || c.column_name as name from information_schema.columns as c
    join information_schema.tables as t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and (c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea') or c.data_type = 'ARRAY')
      and exists (select 1 from information_schema.columns as o where o.table_schema = c.table_schema
        and o.table_name = c.table_name and o.column_name = 'incident_id')
    order by 1`;
  const EMPTIED = [
    'escalation_step.note',
    'follow_up.promise',
    'incident_text.narrative',
    'incident_text.resolution',
    'incident_text.source_rows',
    'incident_text.topic',
    'review.note',
    'sealed_text.field',
    'sealed_text.sealed',
    'set_aside.reason',
  ];
  const SAYS_NOTHING = [
    'incident.compensation_currency',
    'incident.content_hash',
    'incident.external_id',
    'incident.set_by_person',
    'pattern_incident.linked_by',
    'review.reviewer',
    'set_aside.set_aside_by',
    'set_aside.undone_by',
  ];
  expect(columns.map(({ name }) => name)).toEqual([...EMPTIED, ...SAYS_NOTHING].toSorted());
});
