import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepPattern } from '@/db/commands/keep-pattern.ts';
import { makeModule } from '@/db/commands/make-module.ts';
import { planSession } from '@/db/commands/plan-session.ts';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { lesson, lessonTeam } from '@/db/schema/lessons.ts';
import { scenario, scenarioTechnique } from '@/db/schema/scenarios.ts';
import { makeAccount } from '@/db/testing/accounts.ts';
import { CARD, LESSON } from '@/db/testing/card-and-lesson.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { packMadeFrom } from '@/lib/export/captions.ts';
import { panelCsv } from '@/lib/export/panel-csv.ts';
import { openPdf } from '@/lib/export/testing/open-pdf.ts';
import { openXlsx, valuesOf } from '@/lib/export/testing/open-xlsx.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import type { PackFormatId } from '@/lib/packs/formats.ts';
import { LIST_PAGES, type ListPageId, PACK_PAGES } from '@/lib/packs/pack-pages.ts';
import { makePack } from './pack.ts';
import { packFile } from './pack-file.ts';

const { records } = await testDatabase();
const NOW = Date.parse('2024-06-20T12:00:00Z');
const options = { record: records, now: NOW };
const LISTENING = 4;
let everything: Viewer = { actor: 'account:nobody', roles: ['qa', 'trainer'], teams: 'all' };
let teams = { north: 0, south: 0 };

beforeAll(async () => {
  await makeWorkspace(records);
  await seedTaxonomies(records);
  const { id } = await makeAccount(records, ['qa']);
  everything = { ...everything, actor: `account:${id}` };
  const people = await makePeople(records, { North: ['Ann'], South: ['Eve'] });
  teams = { north: people.get('Ann')?.team ?? 0, south: people.get('Eve')?.team ?? 0 };
  await makeIncidents(
    records,
    Array.from({ length: 3 }, () => ({ at: '2024-06-03', trigger: 'billing_error', team: teams.north })),
  );
  await keepPattern(
    records,
    everything,
    parseFilters(new URLSearchParams('trigger=billing_error')),
    { name: '=Wrong bills', measure: 'incidents', better: 'lower' },
    new Date(NOW),
  );
  const made = { madeBy: 'test', madeAt: new Date(NOW) };
  const [card] = await records
    .insert(scenario)
    .values({ ...made, ...CARD, trigger: 1, customerState: 1 })
    .returning({ scenarioId: scenario.scenarioId });
  await records.insert(scenarioTechnique).values({ scenarioId: card?.scenarioId ?? 0, technique: LISTENING });
  const [shared] = await records
    .insert(lesson)
    .values({ ...LESSON, sharedBy: 'test', sharedAt: new Date(NOW) })
    .returning({ lessonId: lesson.lessonId });
  await records.insert(lessonTeam).values({ lessonId: shared?.lessonId ?? 0, teamId: teams.north });
});

const listOf = async (page: ListPageId, panel: string, viewer = everything) => {
  const pack = await makePack(viewer, page, '', options);
  return pack.panels.find(({ id }) => id === panel)?.table.rows.map(({ cells }) => cells);
};

async function fileOf(page: ListPageId, format: PackFormatId): Promise<Buffer> {
  const { pieces } = await packFile(
    everything,
    await makePack(everything, page, '', options),
    format,
    options,
  );
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

it('a kept pattern is listed with its three incidents, a card and a lesson with what is known of them', async () => {
  expect((await listOf('kept', 'patterns'))?.map((cells) => [cells[0], cells.at(-1)])).toEqual([
    ['=Wrong bills', 3],
  ]);
  expect((await listOf('scenarios', 'cards'))?.[0]?.slice(0, 3)).toEqual([
    'A fee that came twice',
    'A fee was taken twice.',
    'Billing error',
  ]);
  expect((await listOf('lessons', 'lessons'))?.[0]?.slice(0, 5)).toEqual([
    'Billing error',
    3,
    'Name the day of the refund',
    'Nobody knows when the refund comes.',
    'Name the day.',
  ]);
  expect(await listOf('lessons', 'unanswered')).toEqual([]);
});

it('a session is ahead until its day has come, and its module says how often it was trained', async () => {
  const trainer: Viewer = { ...everything, roles: ['trainer'] };
  const now = new Date(NOW);
  const module = { name: 'Listening first', form: 'role_play', about: '', minutes: 45 } as const;
  const moduleId = await makeModule(records, trainer, { ...module, techniques: [LISTENING] }, now);
  for (const heldOn of ['2024-06-03', '2024-07-01']) {
    const session = { moduleId, heldOn, teams: [teams.north], note: '', scenarios: [], compared: [] };
    await planSession(records, trainer, session, now);
  }
  const days = (rows: Awaited<ReturnType<typeof listOf>>) => rows?.map((cells) => cells.slice(0, 2));
  expect(days(await listOf('training', 'ahead'))).toEqual([['Listening first', '2024-07-01']]);
  expect(days(await listOf('training', 'held'))).toEqual([['Listening first', '2024-06-03']]);
  expect((await listOf('training', 'modules'))?.map((cells) => cells.slice(0, 5))).toEqual([
    ['Listening first', 'Active listening', 'Role-play', 45, 2],
  ]);
});

describe.each(LIST_PAGES)('%s', (page) => {
  it('leaves as a workbook with a sheet for each list, and as a PDF with the headline of each', async () => {
    const pack = await makePack(everything, page, '', options);
    const workbook = openXlsx(await fileOf(page, 'xlsx'));
    expect([...workbook.keys()]).toEqual(['Read me', ...Object.values(PACK_PAGES[page].panels)]);
    const text = (await openPdf(await fileOf(page, 'pdf-a4'))).pages.join(' ').replace(/\s+/g, '');
    for (const { name, headline, table } of pack.panels) {
      expect(valuesOf(workbook.get(name) ?? []).slice(4)).toHaveLength(table.rows.length);
      expect(text).toContain(headline.replace(/\s+/g, ''));
    }
  });

  it('leaves list by list as CSV with its rows, below what it is and when', async () => {
    const pack = await makePack(everything, page, '', options);
    for (const panel of pack.panels) {
      const text = panelCsv(panel.table, packMadeFrom(pack, panel), { mark: false });
      expect(text.startsWith(`# ${panel.headline.replaceAll(', ', ' · ')}\r\n`)).toBe(true);
      expect(text).toContain('# Filters: Everything that the page lists\r\n');
      const [head, ...rows] = parse(text.replace(/^(#[^\r]*\r\n)+/, '')) as string[][];
      expect(head).toEqual(panel.table.columns.map(({ label }) => label));
      expect(rows).toHaveLength(panel.table.rows.length);
    }
  });

  it('has no incidents to take out', async () => {
    await expect(fileOf(page, 'csv')).rejects.toThrow(NotFound);
  });
});

it('what went to another team is on nobody’s list, and a page that may not be seen is none', async () => {
  const south: Viewer = { actor: 'account:s', roles: ['trainer'], teams: [teams.south] };
  expect(await listOf('lessons', 'lessons', south)).toEqual([]);
  await expect(makePack(south, 'kept', '', options)).rejects.toThrow(Forbidden);
  const agent: Viewer = { actor: 'account:a', roles: ['agent'], teams: [], agents: [] };
  const pack = await makePack(agent, 'training', '', options);
  expect(pack.panels.map(({ id }) => id)).toEqual(['ahead', 'held']);
  await expect(makePack(agent, 'scenarios', '', options)).rejects.toThrow(Forbidden);
});

it('lessons of a technique that none is about are none, and the address keeps it', async () => {
  const pack = await makePack(everything, 'lessons', 'technique=paraphrasing', options);
  expect(pack.panels[0]?.table.rows).toEqual([]);
  expect([pack.address, pack.filterWords]).toEqual([
    '/skills/lessons?technique=paraphrasing',
    'Technique is Paraphrasing',
  ]);
});
