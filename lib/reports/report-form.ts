import { z } from 'zod';
import { isPackFormat, PACK_FORMATS, type PackFormatId } from '../packs/formats.ts';
import { hasIncidents } from '../packs/pack-pages.ts';
import { parseSource, type ReportSource, toRows } from './report-source.ts';

/** What a report is to be made of, and as which kind of file. */
export interface ReportWish extends ReportSource {
  format: PackFormatId;
}

const LONGEST_ADDRESS = 20_000;

const from = z
  .string('Choose what the report is made of.')
  .min(1, 'Choose what the report is made of.')
  .max(LONGEST_ADDRESS, 'These filters are too many for a report.')
  .refine((address) => parseSource(address) !== null, 'No report is made of this page.');

const format = z
  .string('Choose a format.')
  .refine(isPackFormat, 'Choose a format from the list.')
  .transform((text) => text as PackFormatId);

/** The fields that say what a report holds; for the forms below, and for those that add more. */
export const wishFields = { from, format };

export const reportForm = z.object(wishFields).transform(toWish);

/** The number of a report in its address. */
export const reportCodeForm = z.object({ code: z.string().max(20) });

interface Context {
  addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void;
}

/** Turns what was chosen into a wish, or adds to the problems of the form why the two do not go together. */
export function toWish(chosen: { from: string; format: PackFormatId }, context: Context): ReportWish {
  const source = parseSource(chosen.from);
  const { holds } = PACK_FORMATS[chosen.format];
  const message = source ? problemOf(source, holds) : 'No report is made of this page.';
  if (message || !source) {
    context.addIssue({ code: 'custom', path: ['format'], message: message ?? '' });
    return z.NEVER;
  }
  return { ...(holds === 'rows' ? toRows(source) : source), format: chosen.format };
}

function problemOf({ page }: ReportSource, holds: 'panels' | 'rows' | 'both'): string | null {
  if (page === 'incidents' && holds !== 'rows')
    return 'Incidents leave as CSV or NDJSON. Choose a page with figures for a PDF or XLSX.';
  if (page === 'pattern' && holds === 'rows')
    return 'Open the incidents of the pattern and take them from there.';
  if (page !== 'incidents' && !hasIncidents(page) && holds === 'rows')
    return 'This page lists no incidents. Choose PDF or XLSX, or the incidents themselves.';
  return null;
}
