import { describe, expect, test } from 'vitest';
import { expectTold } from '@/db/testing/expect-told.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { openRecordOf, SIZES } from '@/db/testing/records-of-all-sizes.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { overviewPanel } from './overview.ts';
import { OVERVIEW_PANELS } from './report-types.ts';

const NOW = Date.UTC(2024, 5, 20, 12);

// In the largest, the flood of the last week is a signal.
describe.each(SIZES)('with $name', async ({ made, hasPicture }) => {
  const { records } = await openRecordOf(made);

  test.each(OVERVIEW_PANELS)(
    '%s says what is seen, how it is counted, and draws it or says why not',
    async (id) => {
      const filters = parseFilters(new URLSearchParams('period=2024-03-25..2024-06-16'));
      const { panel } = await overviewPanel(EVERYBODY, filters, id, { record: records, now: NOW });
      expectTold(panel);
      if (hasPicture !== null && id !== 'changed') expect(panel.picture !== null).toBe(hasPicture);
    },
  );
});
