import { beforeAll, describe, expect, test } from 'vitest';
import { keepPattern } from '@/db/commands/keep-pattern.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { withCopy } from '@/db/testing/both-engines.ts';
import { makeCustomers, makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { drawFile } from '@/lib/charts/draw.ts';
import { panelCsv } from '@/lib/export/panel-csv.ts';
import { panelNdjson } from '@/lib/export/panel-ndjson.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { DEFAULT_PATTERNS, parsePatterns } from '@/lib/filters/patterns-state.ts';
import { patternsAnswer } from '@/lib/openapi/operations.ts';
import { patternsPanel, patternsReport } from './patterns.ts';
import { toPatternsAnswer } from './patterns-answer.ts';
import { PATTERNS_PANELS } from './patterns-types.ts';

const opened = await testDatabase();
const { records, sql } = opened;
const options = { record: records, now: Date.UTC(2024, 6, 1, 12) };
const INCIDENTS = 600;
const FORMULA = '=HYPERLINK("x")';
const MARKUP = '<img src=x onerror=alert(1)>';
let own = 0;

beforeAll(async () => {
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { [FORMULA]: ['a'], [`Rivals ${MARKUP}`]: ['b'] })).values()];
  own = people[0]?.team ?? 0;
  const customers = await makeCustomers(records, 40);
  await makeIncidents(
    records,
    randomIncidents(INCIDENTS, 7, people).map((one, index) => {
      const customer = customers[(index * 7) % 61];
      return customer === undefined ? one : { ...one, customer };
    }),
  );
  const rows = await records.select().from(incident);
  await records.insert(incidentText).values(
    rows.map(({ incidentId, trigger, number }) => ({
      incidentId,
      narrative: `${trigger === 1 ? `${FORMULA} ${MARKUP}` : 'Nothing at all'}\u202e ${number}`,
    })),
  );
  await keepPattern(
    records,
    { ...EVERYBODY, actor: 'account:test' },
    parseFilters({ channel: 'phone' }),
    { name: 'By phone', measure: 'incidents', better: 'lower' },
    new Date(options.now),
  );
});

const ask = (query: string, viewer: Viewer = EVERYBODY) => {
  const { filters, state } = parsePatterns(new URLSearchParams(query));
  return patternsReport(viewer, filters, { ...options, state });
};

async function panelsOf(query: string, viewer?: Viewer): Promise<Panel<Picture>[]> {
  const report = await ask(query, viewer);
  await report.watched;
  return Promise.all(PATTERNS_PANELS.map((id): Promise<Panel<Picture>> => report.panels[id]));
}

const QUERY = 'period=2024-01-15..2024-06-16&channel=phone&by=stage&weigh=severity&within=60&ledger=reason';

describe('one number, however it is asked for', () => {
  test('page, files and API say the same of each panel, from the record and from its copy', async () => {
    const fromRecord = await panelsOf(QUERY);
    const asAnswer = (panels: Panel<Picture>[]) => JSON.parse(JSON.stringify(panels));
    await withCopy(opened, async () => {
      expect(asAnswer(await panelsOf(QUERY))).toEqual(asAnswer(fromRecord));
    });
    const { filters, state } = parsePatterns(new URLSearchParams(QUERY));
    const answer = await toPatternsAnswer(await ask(QUERY));
    for (const [index, id] of PATTERNS_PANELS.entries()) {
      const { panel } = await patternsPanel(EVERYBODY, filters, id, { ...options, state });
      expect(panel, id).toEqual(fromRecord[index]);
      expect(answer.panels[id], id).toMatchObject({ headline: panel.headline, columns: panel.table.columns });
      expect(answer.panels[id]?.rows, id).toHaveLength(panel.table.rows.length);
    }
  });

  test('the answer is what the document of the API says', async () => {
    const answer = JSON.parse(JSON.stringify(await toPatternsAnswer(await ask('period=all'))));
    expect(patternsAnswer.safeParse(answer).error).toBeUndefined();
    expect(answer.incidents).toMatchObject({ shown: INCIDENTS, all: INCIDENTS });
  });
});

describe('who sees what', () => {
  test('a manager has the figures of the own team alone, and no other team by name', async () => {
    const viewer: Viewer = { actor: 'test', roles: ['manager'], teams: [own] };
    const report = await ask('period=all', viewer);
    const [{ shown, all }] = await Promise.all([report.heading, report.watched]);
    expect(shown).toBe(all);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(INCIDENTS);
    expect(report.mayKeep).toBe(false);
    const said = JSON.stringify(await panelsOf('period=all', viewer));
    expect(said).toContain('HYPERLINK');
    expect(said).not.toContain('Rivals');
    expect((await report.watched).patterns).toEqual([]);
  });

  test('quality assurance sees what is kept, and may keep more', async () => {
    const { watched, mayKeep, panels } = await ask('period=all');
    const [{ patterns }] = await Promise.all([watched, ...Object.values(panels)]);
    expect([patterns.map(({ name }) => name), mayKeep]).toEqual([['By phone'], true]);
  });
});

describe('hostile words', () => {
  const HOSTILE = [`'; drop table incident; --`, '__proto__', '1e9', `x' or 'a'='a`, '\u0000', '-1', MARKUP];

  const PARAMETERS = ['by', 'weigh', 'patterns', 'words', 'within', 'ledger'];

  test.each(HOSTILE)('%j as any choice is said to be ignored, and changes nothing', async (value) => {
    const query = new URLSearchParams(PARAMETERS.map((parameter) => [parameter, value]));
    query.set('period', '2024-06-01..2024-06-07');
    const { filters, state } = parsePatterns(query);
    expect({ ...state, words: null }).toEqual(DEFAULT_PATTERNS);
    const { frame, panel } = await patternsPanel(EVERYBODY, filters, 'pareto', { ...options, state });
    expect(frame.ignored.map(({ parameter }) => parameter).sort()).toEqual(PARAMETERS.toSorted());
    expect(panel.picture).not.toBeNull();
    expect((await sql`select 1 from incident`).length).toBe(INCIDENTS);
  });

  test('a trigger that the workspace does not have is said, and the commonest one is told', async () => {
    const report = await ask('period=all&words=ghosts');
    const [{ choices }] = await Promise.all([report.panels.themes, ...Object.values(report.panels)]);
    expect(report.frame.ignored).toEqual([
      { parameter: 'words', value: 'ghosts', reason: '“ghosts” is not among the triggers of this workspace' },
    ]);
    expect(choices.filter(({ chosen }) => chosen)).toHaveLength(1);
  });

  test('names of teams and words of narratives do no harm in any file', async () => {
    for (const panel of [
      ...(await panelsOf('period=all')),
      ...(await panelsOf('period=all&ledger=reason')),
    ]) {
      const made = { title: panel.headline, lines: [panel.subtitle] };
      for (const line of panelCsv(panel.table, made).split('\r\n')) expect(line).not.toMatch(/^"?[=+@]/);
      for (const line of panelNdjson(panel.table, made).trim().split('\n')) JSON.parse(line);
      const captions = { headline: panel.headline, subtitle: panel.subtitle, filters: MARKUP, made: FORMULA };
      const svg = panel.picture ? drawFile(panel.picture, { ...captions, width: 920 }) : '';
      expect(svg).not.toContain('<img');
    }
  });
});

test('an empty workspace has nothing to show, and says so in every panel', async () => {
  const viewer: Viewer = { ...EVERYBODY, teams: [] };
  const report = await ask('', viewer);
  expect(report.frame.coverage).toBeNull();
  const panels = await panelsOf('', viewer);
  expect(panels.map(({ picture }) => picture)).toEqual(PATTERNS_PANELS.map(() => null));
  for (const { empty } of panels) expect(empty?.length).toBeGreaterThan(20);
});
