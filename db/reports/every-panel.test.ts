import { beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomIncidents } from '@/db/testing/random-record.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { drawFile } from '@/lib/charts/draw.ts';
import { panelCsv } from '@/lib/export/panel-csv.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { METHOD_PASSAGES } from '@/lib/statistics/method-passages.ts';
import { overviewPanel } from './overview.ts';
import { OVERVIEW_PANELS } from './report-types.ts';

const NOW = Date.UTC(2024, 5, 20, 12);
const UNSAID = /NaN|undefined|Infinity|\[object/;

/** Records from nothing to enough; the flood of the last is a signal. */
const RECORDS: Record<string, { made: readonly MadeIncident[]; hasPicture: boolean | null }> = {
  'no incident': { made: [], hasPicture: false },
  'one incident': { made: [{ at: '2024-05-20T10:00', trigger: 'billing_error' }], hasPicture: null },
  'six incidents': { made: SMALL_RECORD, hasPicture: null },
  '500 incidents': { made: randomIncidents(500, 11), hasPicture: true },
};

describe.each(Object.entries(RECORDS))('with %s', async (_, { made, hasPicture }) => {
  const { records } = await testDatabase();
  beforeAll(async () => {
    await makeWorkspace(records);
    await makePeople(records, { North: ['a'] });
    await makeIncidents(records, made);
  });

  test.each(OVERVIEW_PANELS)(
    '%s says what is seen, how it is counted, and draws it or says why not',
    async (id) => {
      const filters = parseFilters(new URLSearchParams('period=2024-03-25..2024-06-16'));
      const { panel } = await overviewPanel(EVERYBODY, filters, id, { record: records, now: NOW });
      const { headline, subtitle, definition, table, picture, empty } = panel;
      expect(headline.length).toBeGreaterThan(10);
      expect(subtitle.length).toBeGreaterThan(10);
      expect(definition.text.length).toBeGreaterThan(40);
      expect(METHOD_PASSAGES).toContain(definition.passage);
      expect(picture === null).toBe(empty !== null);
      if (hasPicture !== null && id !== 'changed') expect(picture !== null).toBe(hasPicture);
      for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
      const captions = { headline, subtitle, filters: 'All incidents.', made: 'Now.' };
      const texts = [
        headline,
        subtitle,
        definition.text,
        empty ?? '',
        panelCsv(table, { title: headline, lines: [subtitle, definition.text] }),
        picture ? drawFile(picture, { ...captions, width: 920 }) : '',
      ];
      for (const text of texts) expect(text).not.toMatch(UNSAID);
    },
  );
});
