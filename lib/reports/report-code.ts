import { NotFound } from '../errors.ts';

const LARGEST = 2_147_483_647;

/** How a report is called in print and in its address: "R-2026-0147", by the year in UTC in which it was asked for. */
export function toReportCode(reportId: number, askedAt: Date): string {
  return `R-${askedAt.getUTCFullYear()}-${String(reportId).padStart(4, '0')}`;
}

/** The number of a report by what it is called. Throws NotFound for what cannot be one; the year is for the caller. */
export function parseReportCode(text: string): { reportId: number; year: number } {
  const read = readCode(text);
  if (!read) throw new NotFound('There is no such report.');
  return read;
}

/** What is typed off paper: in small letters, with blanks about it and whatever hyphens or dashes, escaped as addresses are. */
export function typedCode(text: string): string {
  return text
    .replace(/%20/g, ' ')
    .replace(/%E2%80%9[0-5]|[‐-―−]/gi, '-')
    .trim()
    .toUpperCase();
}

/** Whether a report could be called so. */
export function isReportCode(text: string): boolean {
  return readCode(text) !== null;
}

function readCode(text: string) {
  const match = /^R-(\d{4})-(\d{4,10})$/.exec(text);
  const reportId = Number(match?.[2]);
  return match && reportId >= 1 && reportId <= LARGEST ? { reportId, year: Number(match[1]) } : null;
}
