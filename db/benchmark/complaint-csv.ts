import { SAMPLE_SEED } from '@/db/commands/load-sample.ts';
import { sampleIncidents } from '@/db/seed/generate.ts';

const HEAD =
  'Date received,Product,Issue,Consumer complaint narrative,Submitted via,Company response to consumer,Complaint ID';
const ISSUES = ['Late fee', 'Getting the loan', 'Billing disputes', 'Fraud or scam', 'Other'];
const CHANNELS = ['Web', 'Phone', 'Email', 'Postal mail'];
const RESPONSES = [
  'Closed with explanation',
  'Closed with monetary relief',
  'Untimely response',
  'In progress',
];

/** Complaints as the mapping `cfpb` reads them, a line at a time, with the narratives of the sample. */
export function* complaintCsv(count: number): Generator<string> {
  yield `${HEAD}\r\n`;
  const plan = { seed: SAMPLE_SEED, incidents: count, until: '2026-01-01', timeZone: 'UTC', currency: 'USD' };
  let number = 0;
  for (const { draft } of sampleIncidents(plan)) {
    if (number === count) return;
    number += 1;
    const day = new Date(Date.UTC(2024, 0, 1 + (number % 700))).toISOString().slice(0, 10);
    const [year, month, date] = day.split('-');
    const narrative = `"${(draft.narrative ?? '').replaceAll('"', '""')}"`;
    const at = (values: readonly string[]) => values[number % values.length];
    yield `${month}/${date}/${year},Payday loan,${at(ISSUES)},${narrative},${at(CHANNELS)},${at(RESPONSES)},${number}\r\n`;
  }
}
