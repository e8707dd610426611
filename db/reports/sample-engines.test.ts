import { beforeAll, expect, test } from 'vitest';
import { benchmarkQueries } from '@/db/benchmark/benchmark-filters.ts';
import { loadSample } from '@/db/commands/load-sample.ts';
import { FACT_QUESTIONS } from '@/db/queries/fact-questions.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { onBothEngines } from '@/db/testing/both-engines.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Asked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { openReading } from './reading.ts';

const ADMIN: Viewer = { actor: 'account 1', roles: ['admin'], teams: 'all' };
const PLAN = { seed: 3, incidents: 1500, until: '2026-06-30', timeZone: 'UTC', currency: 'GBP' };
const NOW = Date.parse('2026-06-30T12:00:00Z');
const RUNS = 4;

const opened = await testDatabase();
const samples: Asked[] = [];

beforeAll(async () => {
  const { records } = opened;
  await makeWorkspace(records);
  await loadSample(records, ADMIN, PLAN);
  const everything = await openReading(records, EVERYBODY, toFilters('period=all'), NOW);
  await everything.snapshot.close();
  const { vocabularies, coverage } = everything;
  if (!coverage) throw new Error('the sample has no incidents');
  const others: Asked[] = [];
  for (const query of benchmarkQueries(24, { vocabularies, coverage, seed: 4 })) {
    const { snapshot, asked } = await openReading(records, EVERYBODY, toFilters(query), NOW);
    const shown = await countIncidents(snapshot, EVERYBODY, asked);
    await snapshot.close();
    const tells = shown >= 0.01 * PLAN.incidents && shown <= 0.6 * PLAN.incidents;
    (tells ? samples : others).push(asked);
  }
  samples.splice(RUNS - 1, samples.length, ...others.slice(0, 1));
});

const toFilters = (query: string) => parseFilters(new URLSearchParams(query));

test(`every question about facts has the same rows of the sample on both engines, under ${RUNS} random filters`, {
  timeout: 120_000,
}, async () => {
  await onBothEngines(opened, async (record, copy) => {
    expect(samples, 'one of them with hardly anything, or nearly all').toHaveLength(RUNS);
    for (const asked of samples) {
      for (const [name, choices] of Object.entries(FACT_QUESTIONS))
        for (const ask of choices) {
          const [one, other] = [await ask(record, EVERYBODY, asked), await ask(copy, EVERYBODY, asked)];
          expect(other, `${name} of ${JSON.stringify(asked)}`).toEqual(one);
        }
    }
  });
});
