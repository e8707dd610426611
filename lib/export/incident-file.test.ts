import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { type ExportedIncident, INCIDENT_COLUMNS, IncidentFile } from './incident-file.ts';

const nothing = Object.fromEntries(INCIDENT_COLUMNS.map((column) => [column, null])) as ExportedIncident;
const made = { title: 'Incidents', lines: ['Filters: trigger is billing, or not', 'Times in UTC'] };
const HOSTILE = [
  '=1+1',
  '@cmd',
  'a\r\nb',
  '"quoted", and; more',
  '\u202eright to left',
  '👩‍👩‍👧',
  'x'.repeat(100_000),
];
const rows = HOSTILE.map((narrative, index) => ({ ...nothing, number: index + 1, narrative }));
const textOf = (...parts: Uint8Array[]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts));

it('a CSV read by another program has every text as it was, but that no cell is a formula', () => {
  const file = new IncidentFile({ format: 'csv', mark: false });
  const text = textOf(file.begin(made), file.rows(rows.slice(0, 3)), file.rows(rows.slice(3)));
  expect(text.startsWith('# Incidents\r\n# Filters: trigger is billing · or not\r\n')).toBe(true);
  const read: Record<string, string>[] = parse(text, { columns: true, comment: '#', comment_no_infix: true });
  expect(read.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(read.map(({ narrative }) => narrative)).toEqual(["'=1+1", "'@cmd", ...HOSTILE.slice(2)]);
  expect(read[0]?.severity).toBe('');
});

it('the byte order mark stands once, and only where it is wanted', () => {
  const marked = new IncidentFile({ format: 'csv', mark: true });
  const text = textOf(marked.begin(made), marked.rows(rows.slice(0, 1)));
  expect(text.indexOf('\ufeff')).toBe(0);
  expect(text.lastIndexOf('\ufeff')).toBe(0);
});

it('NDJSON has an object a line: what made it, then each incident with nulls for what is not known', () => {
  const file = new IncidentFile({ format: 'ndjson', mark: true });
  const lines = textOf(file.begin(made), file.rows(rows)).trim().split('\n');
  const [about, ...incidents] = lines.map((line) => JSON.parse(line));
  expect(about).toMatchObject({ kind: 'about', title: 'Incidents' });
  expect(incidents.map(({ narrative }) => narrative)).toEqual(HOSTILE);
  expect(incidents[0].severity).toBeNull();
});
