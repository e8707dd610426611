import { describe, expect, test } from 'vitest';
import type { Picture, TwinTable } from '../../charts/chart-model.ts';
import { hostilePack } from '../../packs/testing/hostile-pack.ts';
import { heatWords, MOST_ROWS, paperRows } from './paper-rows.ts';

const panelOf = (table: TwinTable, picture: Partial<Picture> | null) => {
  const [panel] = hostilePack().panels;
  if (!panel) throw new Error('there is no panel');
  return { ...panel, table, picture: picture as Picture | null };
};
const row = (...cells: (string | number | null)[]) => ({ cells, open: null });
const counts: TwinTable = {
  columns: [
    { id: 'trigger', label: 'Trigger', form: 'text' },
    { id: 'lost', label: 'Customer lost', form: 'count' },
    { id: 'resolved', label: 'Resolved', form: 'count' },
    { id: 'total', label: 'Total', form: 'count' },
  ],
  rows: [row('Billing error', 2, 1200, 1202), row('Late', 0, 0, 0)],
  total: ['Total', 2, 1200, 1202],
};

describe('rows on paper', () => {
  test('a heat map that is drawn has the figures of its table; one that is not leaves them to it', () => {
    const panel = panelOf(counts, { kind: 'heat' });
    expect(paperRows(panel, true).table.rows).toEqual([]);
    expect(paperRows(panel, false).table.rows).toHaveLength(2);
  });

  test('those who do not see it are told its figures: 2 lost and 1,200 resolved are 1,202', () => {
    expect(heatWords(counts)).toBe(
      'Billing error: customer lost 2, resolved 1,200; 1,202 in all. Late: 0 in all.',
    );
  });

  test('of a watch-list what signals is read, also where it is muted, and the others are counted', () => {
    const table: TwinTable = {
      columns: [
        { id: 'series', label: 'Series', form: 'text' },
        { id: 'fired', label: 'Since', form: 'date' },
      ],
      rows: [row('Escalation rate', '2026-11-09'), row('Repeat rate', null), row('Incidents, chat', null)],
      total: null,
    };
    const { table: shown, instead } = paperRows(
      panelOf(table, { kind: 'signals', quiet: 1, few: 1043 }),
      true,
    );
    expect(shown.rows.map(({ cells }) => cells[0])).toEqual(['Escalation rate']);
    expect(instead).toEqual([
      '1 series was judged and shows common cause only; 1,043 have too few to judge. XLSX, CSV and NDJSON have a row for each that was laid out.',
    ]);
  });

  test('of 45 paths 40 are read and 5 summed: 40 of 10 and 5 of 2 incidents are 410', () => {
    const paths = Array.from({ length: 45 }, (_, at) => {
      const incidents = at < 40 ? 10 : 2;
      return row('Late', `path ${at}`, incidents, incidents / 410);
    });
    const flow: TwinTable = {
      columns: [
        { id: 'trigger', label: 'Trigger', form: 'text' },
        { id: 'path', label: 'Path', form: 'text' },
        { id: 'count', label: 'Incidents', form: 'count' },
        { id: 'share', label: 'Share of all', form: 'share' },
      ],
      rows: paths,
      total: ['Total', null, 410, 1],
    };
    const { table, instead } = paperRows(panelOf(flow, { kind: 'flow' }), true);
    expect([table.rows.length, instead]).toEqual([41, []]);
    const last = table.rows.at(-1)?.cells ?? [];
    expect(last.slice(0, 3)).toEqual(['5 further paths, in XLSX, CSV and NDJSON', null, 10]);
    expect(last[3]).toBeCloseTo(10 / 410);
    const one = { ...flow, rows: paths.slice(0, 41) };
    expect(paperRows(panelOf(one, { kind: 'flow' }), true).table.rows).toHaveLength(41);
  });

  test('other tables are whole, up to 5,000 rows, and say so where they are not', () => {
    const of = (count: number) =>
      paperRows(panelOf({ ...counts, rows: Array.from({ length: count }, () => row('x')) }, null), true);
    expect(of(MOST_ROWS)).toMatchObject({ instead: [] });
    expect(of(MOST_ROWS + 1).table.rows).toHaveLength(5000);
    expect(of(MOST_ROWS + 1).instead).toEqual([
      expect.stringMatching(/^The first 5,000 of 5,001 rows\. XLSX/),
    ]);
  });
});
