import { expect } from 'vitest';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { drawFile } from '@/lib/charts/draw.ts';
import { panelCsv } from '@/lib/export/panel-csv.ts';
import { METHOD_PASSAGES } from '@/lib/statistics/method-passages.ts';

const UNSAID = /NaN|undefined|Infinity|\[object/;

/** Expects of a panel, in every form it leaves in, that it says what is seen and how it is counted, and draws it or says why not. */
export function expectTold(panel: Panel<Picture>): void {
  const { headline, subtitle, definition, table, picture, empty } = panel;
  expect(headline.length).toBeGreaterThan(10);
  expect(subtitle.length).toBeGreaterThan(10);
  expect(definition.text.length).toBeGreaterThan(40);
  expect(METHOD_PASSAGES).toContain(definition.passage);
  expect(picture === null).toBe(empty !== null);
  for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
  const captions = { headline, subtitle, filters: 'All incidents.', made: 'Now.' };
  const texts = [
    headline,
    subtitle,
    definition.text,
    empty ?? '',
    panelCsv(table, { title: headline, lines: [subtitle, definition.text] }),
    picture ? drawFile(picture, { ...captions, width: 920 }) : '',
    picture ? drawFile(picture, { ...captions, width: 390 }) : '',
  ];
  for (const text of texts) expect(text).not.toMatch(UNSAID);
}
