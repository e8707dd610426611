import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changePattern } from '@/db/commands/change-pattern.ts';
import { keepPattern } from '@/db/commands/keep-pattern.ts';
import { linkIncident } from '@/db/commands/link-incident.ts';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { setFactor } from '@/db/commands/set-factor.ts';
import { writeWhys } from '@/db/commands/write-whys.ts';
import { incidentFactor } from '@/db/schema/incident-details.ts';
import { incident } from '@/db/schema/incidents.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { makeAccount } from '@/db/testing/accounts.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { PACK_PAGES } from '@/lib/packs/pack-pages.ts';
import { keptPatternReport } from './kept-pattern.ts';
import { keptPatternsReport } from './kept-patterns.ts';
import { makePack } from './pack.ts';

const { records } = await testDatabase();
/** Wednesday of the 21st week. */
const NOW = Date.UTC(2024, 4, 22, 10);
const FIRST_MONDAY = '2024-01-01';
const SPIKE = 12;
/** 2 and 3 in turn, and 12 in the 20th week: 2 × 19 + 9 + 12 = 59. */
const COUNTS = [...Array.from({ length: 19 }, (_, week) => 2 + (week % 2)), SPIKE];
const filters = (query: string) => parseFilters(new URLSearchParams(query));
const entry = { name: 'Wrong bills', measure: 'incidents', better: 'lower' } as const;
const options = { record: records, now: NOW };
let qa: Viewer = { actor: 'account:nobody', roles: ['qa'], teams: 'all' };
let patternId = 0;
const report = (query = '', viewer = qa) => keptPatternReport(viewer, patternId, filters(query), options);

beforeAll(async () => {
  await makeWorkspace(records);
  await seedTaxonomies(records);
  const { id } = await makeAccount(records, ['qa']);
  qa = { ...qa, actor: `account:${id}` };
  await makeIncidents(records, [
    ...COUNTS.flatMap((count, week) =>
      Array.from({ length: count }, (_, index) => ({
        at: shiftDays(FIRST_MONDAY, week * 7 + (index % 7)),
        trigger: 'billing_error',
      })),
    ),
    { at: '2024-05-21', trigger: 'service_delay' },
  ]);
});

beforeEach(async () => {
  await records.delete(keptPattern);
  patternId = await keepPattern(records, qa, filters('trigger=billing_error'), entry, new Date(NOW));
});

async function resolve(on: string): Promise<void> {
  const said = { name: entry.name, owner: qa.actor, status: 'resolved' } as const;
  await changePattern(records, qa, { patternId, version: 1 }, said, new Date(`${on}T12:00:00Z`));
}

describe('the list of kept patterns', () => {
  it('says of each how it stands now: 12 in the newest week are above what 2 and 3 in turn allow', async () => {
    const { patterns, mayKeep } = await keptPatternsReport(qa, options);
    expect(patterns).toMatchObject([
      {
        name: 'Wrong bills',
        about: 'Trigger is billing error',
        measure: 'Incidents',
        status: 'watching',
        shown: 59,
        keptOn: '22 May 2024',
        state: { verdict: { state: 'concern', words: 'Concern: above upper limit' }, returned: null },
      },
    ]);
    expect([mayKeep, patterns[0]?.spark?.points.length]).toEqual([true, 21]);
    expect(patterns[0]?.owner).toMatch(/^Person/);
  });

  it('one resolved on 6 May has returned in the week of 13 May; one resolved on 15 May has not', async () => {
    await resolve('2024-05-06');
    const [first] = (await keptPatternsReport(qa, options)).patterns;
    expect(first?.state.returned).toBe('Returned in the week of 13 May 2024: above the upper limit');
    await records.update(keptPattern).set({ resolvedOn: '2024-05-15' });
    const [later] = (await keptPatternsReport(qa, options)).patterns;
    expect(later?.state.returned).toBeNull();
  });

  it('one that is meant to rise has not returned by rising', async () => {
    await resolve('2024-05-06');
    await records
      .update(keptPattern)
      .set({ better: 'higher' })
      .where(eq(keptPattern.keptPatternId, patternId));
    const [only] = (await keptPatternsReport(qa, options)).patterns;
    expect(only?.state).toMatchObject({ verdict: { state: 'improvement' }, returned: null });
  });

  it('puts what needs somebody first, and shows a manager only what is of their teams', async () => {
    const quiet = await keepPattern(records, qa, filters('trigger=service_delay'), entry, new Date(NOW));
    const { patterns } = await keptPatternsReport(qa, options);
    expect(patterns.map((one) => one.patternId)).toEqual([patternId, quiet]);
    const manager: Viewer = { actor: 'account:2', roles: ['manager'], teams: [3] };
    expect(await keptPatternsReport(manager, options)).toMatchObject({ patterns: [], mayKeep: false });
    const agent: Viewer = { actor: 'account:3', roles: ['agent'], teams: [] };
    await expect(keptPatternsReport(agent, options)).rejects.toThrow(Forbidden);
  });
});

describe('the pack of a kept pattern', () => {
  it('has the chart and the fishbone of its page, and an address that leads back to it', async () => {
    const pack = await makePack(qa, 'pattern', `pattern=${patternId}&period=2024-04-01..2024-06-30`, options);
    expect(pack.title).toBe('Wrong bills');
    expect(pack.address).toBe(`/patterns/${patternId}?period=2024-04-01..2024-06-30`);
    expect(pack.panels.map(({ id }) => id)).toEqual(Object.keys(PACK_PAGES.pattern.panels));
    expect(pack.filters).toContainEqual({ label: 'Trigger', words: 'billing error' });
    const again = await makePack(qa, 'pattern', pack.query, options);
    expect(again.panels).toEqual(pack.panels);
  });
});

describe('the page of a kept pattern', () => {
  it('counts its incidents in the period that is shown, whatever else the address filters by', async () => {
    const whole = await report();
    expect(whole.heading).toMatchObject({ shown: 59, all: 60 });
    expect(whole.newest).toHaveLength(5);
    const may = await report('period=2024-05-13..2024-05-19&trigger=service_delay');
    expect(may.heading.shown).toBe(SPIKE);
    expect(may.frame.query).toContain('trigger=billing_error');
    expect(may.bars.chips).toEqual([]);
  });

  it('draws a chart in which lower is better, so that the spike is a concern', async () => {
    const { chart, state } = await report();
    expect(chart.picture?.points[19]).toMatchObject({ value: SPIKE, state: 'concern' });
    expect(chart.definition.text).toContain('whoever kept this pattern has said that lower is better');
    expect(state.verdict.state).toBe('concern');
  });

  it('makes the fishbone of coded factors and of what was entered: 2 of 3 factors are of process', async () => {
    const [one, other] = await records
      .select({ incidentId: incident.incidentId, number: incident.number })
      .from(incident)
      .where(eq(incident.occurredOn, FIRST_MONDAY))
      .union(
        records
          .select({ incidentId: incident.incidentId, number: incident.number })
          .from(incident)
          .where(eq(incident.occurredOn, '2024-01-02')),
      );
    if (!one || !other) throw new Error('the record holds two incidents of the first days');
    await records.insert(incidentFactor).values([
      { incidentId: one.incidentId, rootCause: 5 },
      { incidentId: other.incidentId, rootCause: 5 },
      { incidentId: other.incidentId, rootCause: 8 },
    ]);
    await setFactor(
      records,
      qa,
      { patternId, version: 1 },
      { category: 'place', text: 'Leeds' },
      new Date(NOW),
    );
    const { fishbone, fishbonePanel } = await report();
    expect(fishbone.branches.map(({ category, count }) => [category, count])).toEqual([
      ['process', 2],
      ['product', 1],
      ['place', 0],
    ]);
    expect(fishbonePanel.headline).toBe('Process weighs most: 2 of 3 factors coded');
    expect(fishbonePanel.subtitle).toContain('in 2 of 59 incidents');
    expect(fishbonePanel.table.total).toEqual(['Factors coded', null, null, 3]);
  });

  it('shows whys, notes by their writers, and the incidents that it names', async () => {
    const [one] = await records.select({ number: incident.number }).from(incident).limit(1);
    const number = one?.number ?? 0;
    const why = { question: 'Why wrong?', answer: 'An estimate.', evidence: null };
    await writeWhys(records, qa, { patternId, version: 1 }, [why], new Date(NOW));
    await linkIncident(records, qa, { patternId, incident: number }, new Date(NOW));
    const { whys, notes, linked, pattern } = await report();
    expect([whys, pattern.version]).toEqual([[why], 2]);
    expect(notes.map(({ text, when }) => [text, when])).toEqual([
      ['Whys written.', '22 May 2024, 10:00'],
      ['Kept.', '22 May 2024, 10:00'],
    ]);
    expect(notes[0]?.by).toMatch(/^Person/);
    expect(linked.map((row) => row.number)).toEqual([number]);
  });

  it('is not there for who does not see all of its incidents', async () => {
    const manager: Viewer = { actor: 'account:2', roles: ['manager'], teams: [3] };
    await expect(report('', manager)).rejects.toThrow(NotFound);
  });
});
