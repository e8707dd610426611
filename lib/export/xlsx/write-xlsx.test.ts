import { describe, expect, test } from 'vitest';
import { HOSTILE, hostilePack } from '../../packs/testing/hostile-pack.ts';
import { type ExportedIncident, INCIDENT_COLUMNS } from '../incident-file.ts';
import { openXlsx, valuesOf } from '../testing/open-xlsx.ts';
import { LONGEST_CELL } from './cell-text.ts';
import { type PackIncidents, writeXlsx } from './write-xlsx.ts';

const NONE = Object.fromEntries(INCIDENT_COLUMNS.map((column) => [column, null])) as ExportedIncident;
const WITHOUT = { without: 'there are too many' };

async function open(incidents: PackIncidents = WITHOUT, pack = hostilePack()) {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx(pack, incidents)) pieces.push(piece);
  return openXlsx(Buffer.concat(pieces));
}

async function* inPieces(...pieces: ExportedIncident[][]) {
  yield* pieces;
}

/** What cannot be in any XML, and half a pair, become a replacement mark; all else comes back as it was. */
const comesBack = (text: string) => text.replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd');

describe('opened by another reader', () => {
  test('the readme says filters, dates, zone, versions, how many were counted, and why there are no incidents', async () => {
    const rows = valuesOf((await open()).get('Read me') ?? []);
    const said = new Map(rows.map(([label, value]) => [label, value]));
    expect(said.get('Filters')).toBe(hostilePack().filterWords);
    expect(said.get('Time zone')).toBe('Europe/London');
    expect(said.get('Version of the figures')).toBe(12);
    expect(said.get('Version of the taxonomy')).toBe(7);
    expect([said.get('Counted (n)'), said.get('Of all in scope'), said.get('Without a path')]).toEqual([
      12, 40, 1,
    ]);
    expect(said.get('One by one')).toBe('there are too many');
    // 1 January 2024 is day 45,292 of spreadsheet programs.
    expect(said.get('First day')).toBe(45_292);
  });

  test('the readme names the teams whose incidents are counted, or says that it is all', async () => {
    const scope = { teams: [{ id: 3, name: 'Harbour Billing' }], own: false, roles: ['manager' as const] };
    const teamsIn = async (pack = hostilePack()) =>
      new Map(
        valuesOf((await open(WITHOUT, pack)).get('Read me') ?? []).map(([label, value]) => [label, value]),
      ).get('Teams');
    expect(await teamsIn(hostilePack({ scope }))).toBe('Harbour Billing');
    expect(await teamsIn(hostilePack({ scope: { ...scope, teams: null } }))).toBe('all');
    expect(await teamsIn()).toBeUndefined();
  });

  test('a panel is a sheet of typed cells: 0.25 as a percentage, 4 March 2024 as day 45,355, texts as they were and none a formula', async () => {
    const sheet = (await open()).get('Triggers') ?? [];
    expect(sheet.flat().some((cell) => cell?.isFormula)).toBe(false);
    const [head, ...rows] = valuesOf(sheet).slice(3);
    expect(head).toEqual(['=Name', 'Incidents', 'Share', 'First day', 'Open for (minutes)']);
    const texts = Object.values(HOSTILE);
    expect(rows.slice(0, texts.length)).toEqual(
      texts.map((text) => [comesBack(text), 3, 0.25, 45_355, 90.5]),
    );
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['All', 51, 1]);
    expect(sheet[4]?.map((cell) => cell?.format)).toEqual(['', '#,##0', '0.0%', 'd mmm yyyy', '#,##0.0']);
  });

  test('nothing known is no cell, and a text of 100,000 letters is cut to 32,767 and says so', async () => {
    const rows = valuesOf((await open()).get('Triggers') ?? []);
    expect(rows.find(([name]) => name === 'nothing known')?.filter((value) => value !== null)).toHaveLength(
      1,
    );
    const long = rows.map(([name]) => String(name)).find((name) => name.startsWith('long'));
    expect(long).toHaveLength(LONGEST_CELL);
    expect(long).toMatch(/cut: a cell holds no more; CSV has all of it\)$/);
  });

  test('incidents have a sheet that is written as they come: numbers as numbers, dates as dates, a month as text', async () => {
    const incidents = Object.values(HOSTILE).map((narrative, index) => ({
      ...NONE,
      number: index + 1,
      narrative,
    }));
    const dated = {
      ...NONE,
      number: 99,
      occurredAt: '2024-03-04T06:00:00Z',
      reportedAt: '2024-03-05',
      closedAt: '2024-03',
      compensation: 12.5,
    };
    const workbook = await open({ count: 18, later: 13, pieces: inPieces(incidents, [dated]) });
    const readme = valuesOf(workbook.get('Read me') ?? []);
    expect(new Map(readme.map(([label, why]) => [label, why])).get('One by one')).toContain(
      '18 in all. They were read a moment after the figures, of version 13.',
    );
    const sheet = workbook.get('Incidents') ?? [];
    const at = (column: (typeof INCIDENT_COLUMNS)[number]) => INCIDENT_COLUMNS.indexOf(column);
    expect(valuesOf(sheet)[0]).toEqual([...INCIDENT_COLUMNS]);
    expect(sheet.slice(1, -1).map((row) => row[at('narrative')]?.value)).toEqual(
      Object.values(HOSTILE).map(comesBack),
    );
    const last = sheet.at(-1) ?? [];
    expect(last[at('occurredAt')]).toMatchObject({ value: 45_355.25, format: 'yyyy-mm-dd hh:mm' });
    expect(last[at('reportedAt')]).toMatchObject({ value: 45_356, format: 'yyyy-mm-dd' });
    expect([last[at('closedAt')]?.value, last[at('compensation')]?.value]).toEqual(['2024-03', 12.5]);
    expect(sheet.flat().some((cell) => cell?.isFormula)).toBe(false);
  });

  test('the same pack gives the same bytes', async () => {
    const bytes = async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of writeXlsx(hostilePack(), WITHOUT)) pieces.push(piece);
      return Buffer.concat(pieces).toString('base64');
    };
    expect(await bytes()).toBe(await bytes());
  });
});

test('an error while incidents are read ends the file with it', async () => {
  async function* failing(): AsyncGenerator<ExportedIncident[]> {
    yield [{ ...NONE, number: 1 }];
    throw new Error('the database went away');
  }
  await expect(open({ count: 2, later: null, pieces: failing() })).rejects.toThrow('the database went away');
});
