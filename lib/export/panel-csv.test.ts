import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { TwinTable } from '../charts/chart-model.ts';
import { panelCsv } from './panel-csv.ts';

const table: TwinTable = {
  columns: [
    { id: 'trigger', label: 'Trigger', form: 'text' },
    { id: 'count', label: 'Incidents', form: 'count' },
    { id: 'share', label: 'Share of all', form: 'share' },
  ],
  rows: [
    { cells: ['Billing error', 3, 0.75], open: null },
    { cells: ['=cmd()', 1, null], open: null },
  ],
  total: ['Total', 4, 1],
};

const made = {
  title: 'Incidents by trigger',
  lines: ['Filters: channel is phone, chat, 2,827 in all', 'Times in UTC'],
};

test('a file says what made it in 3 lines, then has a head, 2 rows and a total: 7 records', () => {
  const records = parse(panelCsv(table, made), { bom: true, relax_column_count: true });
  expect(records).toHaveLength(7);
  expect(records.slice(0, 3)).toEqual([
    ['# Incidents by trigger'],
    ['# Filters: channel is phone · chat · 2827 in all'],
    ['# Times in UTC'],
  ]);
  expect(records.slice(3)).toEqual([
    ['Trigger', 'Incidents', 'Share of all'],
    ['Billing error', '3', '0.75'],
    ["'=cmd()", '1', ''],
    ['Total', '4', '1'],
  ]);
});

test('readers that skip comments are left with the table alone', () => {
  const records = parse(panelCsv({ ...table, total: null }, made), {
    bom: true,
    comment: '# ',
    columns: true,
  });
  expect(records).toEqual([
    { Trigger: 'Billing error', Incidents: '3', 'Share of all': '0.75' },
    { Trigger: "'=cmd()", Incidents: '1', 'Share of all': '' },
  ]);
});

test('a value with separators cannot smuggle a formula into the lines above the table', () => {
  const [line] = panelCsv(table, { title: 'Team is "a",=cmd()\n=cmd()', lines: [] }).split('\r\n');
  expect(line).toBe('\ufeff# Team is  a  · =cmd() =cmd()');
});

test('a table without rows still has its head', () => {
  expect(panelCsv({ ...table, rows: [], total: null }, made)).toContain('Trigger,Incidents,Share of all');
});

test('without a byte order mark it begins with its title', () => {
  expect(panelCsv(table, made, { mark: false })).toBe(panelCsv(table, made).slice(1));
  expect(panelCsv(table, made, { mark: false }).startsWith('# ')).toBe(true);
});
