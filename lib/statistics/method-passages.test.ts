import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FALSE_ALARMS } from './false-alarms/false-alarm-table.ts';
import { METHOD_PASSAGES } from './method-passages.ts';
import { RULE_SETS, type RuleSetId } from './rules.ts';

const text = readFileSync(fileURLToPath(new URL('../../docs/methods.md', import.meta.url)), 'utf8');

test('each passage that a page can open stands once in docs/methods.md, right before its heading', () => {
  for (const passage of METHOD_PASSAGES)
    expect(text.split(`<a id="${passage}"></a>\n\n## `), passage).toHaveLength(2);
});

test('links within docs/methods.md lead to a passage', () => {
  const links = [...text.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, passage]) => passage);
  expect(METHOD_PASSAGES).toEqual(expect.arrayContaining(links));
  expect(links.length).toBeGreaterThan(0);
});

test('the false-alarm rates that it tells are those of the table', () => {
  const ids = Object.keys(RULE_SETS) as RuleSetId[];
  const rows = ids.map((id) => {
    const rates = [12, 26, 52, 104].map(
      (length) => FALSE_ALARMS.rates[id].now[FALSE_ALARMS.lengths.indexOf(length)],
    );
    return `| ${RULE_SETS[id].label} | ${rates.map((rate) => `${(100 * (rate ?? 0)).toFixed(1)} %`).join(' | ')} |`;
  });
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
});
