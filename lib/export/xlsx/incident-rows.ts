import { escapeText } from '../../charts/svg.ts';
import { type ExportedIncident, INCIDENT_COLUMNS } from '../incident-file.ts';
import { toCellText } from './cell-text.ts';

/** The numbers of the styles by which a sheet shows dates. */
export interface DateStyles {
  day: string;
  moment: string;
}

/** Incidents as rows of a sheet, from so many on: numbers as numbers, dates as dates, all else as text. */
export function incidentRows(
  incidents: readonly ExportedIncident[],
  from: number,
  styles: DateStyles,
): string {
  return incidents
    .map((incident, index) => {
      const row = from + index;
      const cells = INCIDENT_COLUMNS.map((column, at) => {
        const value = incident[column];
        if (value === null) return '';
        const ref = `${LETTERS[at]}${row}`;
        if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
        return DATES.has(column) ? dateCell(ref, value, styles) : textCell(ref, value);
      });
      return `<row r="${row}">${cells.join('')}</row>`;
    })
    .join('');
}

const DATES: ReadonlySet<string> = new Set(['occurredAt', 'reportedAt', 'closedAt']);
/** "A" to "Z", then "AA" and so on. */
const LETTERS = INCIDENT_COLUMNS.map((_, at) =>
  at < 26 ? letter(at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`,
);

function letter(at: number): string {
  return String.fromCharCode(65 + at);
}

const DAY = 86_400_000;
/** The day that spreadsheet programs count from, as of March 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

function dateCell(ref: string, text: string, { day, moment }: DateStyles): string {
  // A month is no date of a spreadsheet, and neither is anything before it counts right.
  const at = text.length < 10 ? Number.NaN : Date.parse(text);
  if (Number.isNaN(at) || at < Date.UTC(1900, 2, 1)) return textCell(ref, text);
  return `<c r="${ref}" s="${text.length === 10 ? day : moment}"><v>${(at - EPOCH) / DAY}</v></c>`;
}

function textCell(ref: string, text: string): string {
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeText(toCellText(text))}</t></is></c>`;
}
