import { expect, it } from 'vitest';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';
import { overviewAnswer } from '@/lib/openapi/operations.ts';
import { overviewReport } from './overview.ts';
import { toOverviewAnswer } from './overview-answer.ts';

const { records } = await testDatabase();
const options = { record: records, now: Date.UTC(2024, 6, 1, 12) };

async function answerOf(query: string) {
  const { filters, state } = parseOverview(new URLSearchParams(query));
  const answer = await toOverviewAnswer(await overviewReport(EVERYBODY, filters, { ...options, state }));
  return JSON.parse(JSON.stringify(answer));
}

it('the answer is what the document of the API says, on an empty workspace and on one with incidents', async () => {
  await makeWorkspace(records);
  expect(overviewAnswer.safeParse(await answerOf('')).error).toBeUndefined();
  await makeIncidents(records, [{ at: '2024-06-03T09:30' }, { at: '2024-06-12' }]);
  const answer = await answerOf('period=2024-06-01..2024-06-30&compare=previous');
  expect(overviewAnswer.safeParse(answer).error).toBeUndefined();
  expect(answer).toMatchObject({
    period: { firstDay: '2024-06-01', lastDay: '2024-06-30' },
    coverage: { firstDay: '2024-06-03', lastDay: '2024-06-12' },
    incidents: { shown: 2, all: 2 },
  });
});
