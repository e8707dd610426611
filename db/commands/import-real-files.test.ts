import { existsSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { type ImportResult, importFile } from './import-file.ts';

const SAMPLES = new URL('../../../shared/data/', import.meta.url);
const admin: Viewer = { actor: 'test', roles: ['admin'], teams: 'all' };
const { records } = await testDatabase();

function sampleFile(name: string): { path: string; isThere: boolean } {
  const { pathname } = new URL(name, SAMPLES);
  const isThere = existsSync(pathname);
  if (!isThere) console.warn(`Left out: ${pathname} is not on this machine.`);
  return { path: pathname, isThere };
}

const importing = (path: string, mapping: string): Promise<ImportResult> =>
  importFile(records, admin, { path, fileName: path, mapping, timeZone: 'UTC' });

async function count(question: ReturnType<typeof sql>): Promise<number> {
  const [row] = await records.execute(question);
  return Number(row?.count);
}

const payday = sampleFile('cfpb_payday_loan_complaints_2025-04-25.csv');
const older = sampleFile('cfpb_consumer_complaints_2013-2017_no_id.csv');
const problems = sampleFile('bpi2013_closed_problems_event_log.csv');
const servicenow = sampleFile('servicenow_incident_event_log_excerpt.csv');

describe.skipIf(!payday.isThere)('the payday loan complaints', () => {
  let first: ImportResult;
  beforeAll(async () => {
    first = await importing(payday.path, 'cfpb');
  });

  it('read 2,827 = created 2,827', () => {
    expect(first).toMatchObject({ read: 2827, created: 2827, merged: 0, rejected: 0, incidents: 2827 });
    expect(first.coverage).toEqual({ from: '2023-01-01', until: '2023-08-24' });
  });

  it('at least 80 % have a trigger', () => {
    console.log('payday', first);
    expect(first.unclassified / first.incidents).toBeLessThanOrEqual(0.2);
  });

  it('the same file again changes nothing: 2,827 unchanged', async () => {
    const again = await importing(payday.path, 'cfpb');
    expect(again).toMatchObject({ read: 2827, created: 0, updated: 0, unchanged: 2827 });
  });
});

describe.skipIf(!older.isThere)('the complaints of 2013 to 2017, without an id', () => {
  it('read 3,186 = created 3,175 + merged 11, each with its line', async () => {
    const result = await importing(older.path, 'cfpb');
    console.log('older', result);
    expect(result).toMatchObject({ read: 3186, created: 3175, merged: 11, rejected: 0 });
    expect(result.unclassified / result.incidents).toBeLessThanOrEqual(0.2);
  });
});

describe.skipIf(!problems.isThere)('the problem log', () => {
  it('read 6,660 = incidents 1,487 + merged 5,173', async () => {
    const result = await importing(problems.path, 'bpi-problems');
    console.log('bpi', result);
    expect(result).toMatchObject({ read: 6660, incidents: 1487, merged: 5173, created: 1487 });
    console.log(
      await records.execute(
        sql`select l.id, count(*) from incident i join level l on l.code=i.level_reached where source=2 group by 1`,
      ),
    );
    console.log(
      await records.execute(
        sql`select p.levels[1] as first, count(*) from incident i join escalation_path p on p.code=i.path where source=2 group by 1`,
      ),
    );
    console.log(
      await records.execute(sql`select max(cardinality(levels)), max(length(id)) from escalation_path`),
    );
  });
});

describe.skipIf(!servicenow.isThere)('the incident log', () => {
  it('read 5,998 = incidents 890 + merged 5,108', async () => {
    const result = await importing(servicenow.path, 'servicenow');
    console.log('snow', result);
    expect(result).toMatchObject({ read: 5998, incidents: 890, merged: 5108 });
    expect(await count(sql`select count(*) from incident where team_changes > 0 and source = 3`)).toBe(381);
    expect(await count(sql`select count(*) from incident where reassignments_claimed > 0`)).toBe(391);
    console.log(
      await records.execute(
        sql`select kind, field, message, line from import_problem where kind <> 'merged' limit 30`,
      ),
    );
    console.log(await records.execute(sql`select days_since_previous, count(*) from incident group by 1`));
  });
});
