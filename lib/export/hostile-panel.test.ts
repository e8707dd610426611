import { Resvg } from '@resvg/resvg-js';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { rank } from '../analysis/pareto.ts';
import { drawFile } from '../charts/draw.ts';
import { triggerPareto } from '../charts/pareto-chart.ts';
import { HOSTILE } from '../packs/testing/hostile-pack.ts';
import { TRIGGERS } from '../taxonomy/editable-sets.ts';
import { panelCsv } from './panel-csv.ts';
import { panelNdjson } from './panel-ndjson.ts';

/** Triggers whose names were chosen to do harm, one of them of 100,000 letters. */
const names = [...Object.values(HOSTILE), 'x'.repeat(100_000)];
const vocabulary = names.map((label, index) => {
  const [term] = TRIGGERS;
  return { ...term, code: index + 1, id: `name_${index}`, label };
});
const counts = names.map((_, index) => ({ code: index + 1, count: 100 - index }));
const panel = triggerPareto(rank(counts, null, vocabulary as unknown as typeof TRIGGERS), {
  periodWords: '1 Jan to 24 Aug 2023',
  comparisonWords: null,
});
const made = { title: HOSTILE.formula ?? '', lines: [HOSTILE.lines ?? '', HOSTILE.quotes ?? ''] };
const told = panel.table.rows.map(({ cells }) => cells[0]);

describe('a panel full of hostile names', () => {
  test('comes back from CSV as it was, but that nothing in it is a formula', () => {
    const text = panelCsv(panel.table, made);
    const [, ...rows] = parse(text, {
      comment: '#',
      comment_no_infix: true,
      bom: true,
      relax_column_count: true,
    }) as string[][];
    const found = rows.slice(0, told.length).map(([name]) => name ?? '');
    for (const name of found) expect(name).not.toMatch(/^[=+\-@\t\r]/);
    expect(found.map(armed)).toEqual(told.map((name) => armed(String(name))));
  });

  test('comes back from NDJSON as it was', () => {
    const [about, ...rows] = panelNdjson(panel.table, made)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(about.title).toBe(HOSTILE.formula);
    const id = panel.table.columns[0]?.id ?? '';
    expect(rows.slice(0, told.length).map((row) => row[id])).toEqual(told);
  });

  test('is a picture that another program draws, without a script and without a link', () => {
    if (!panel.picture) throw new Error('there is no picture');
    const captions = {
      headline: names.join(' ').slice(0, 3000),
      subtitle: HOSTILE.markup ?? '',
      filters: HOSTILE.override ?? '',
      made: HOSTILE.controls ?? '',
    };
    const svg = drawFile(panel.picture, { ...captions, width: 920 });
    expect(svg).not.toMatch(/<script|<a\s|href=|on[a-z]+=/i);
    const png = new Resvg(svg).render().asPng();
    expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
  });
});

/** Without the apostrophes that disarm, and with one kind of line end. */
function armed(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/'(?=[=+\-@\t\r])/g, '')
    .replace(/\r\n?/g, '\n');
}
