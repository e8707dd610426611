import type { IncidentsReport, MeasureOfList } from '@/db/reports/incidents.ts';
import { formatCount, formatCounted, formatList } from '@/lib/charts/format.ts';
import type { SortKey } from '@/lib/filters/list-state.ts';
import { COLUMN_LABELS, type ListPreferences } from '@/lib/preferences/list-columns.ts';
import { columnsLeftAway, unknownColumns, wantedColumns } from './shown-columns.ts';

/** How the list is to be read: what it was opened for, its order, and what is left away because nothing is known. */
export function describeList(report: IncidentsReport, look: ListPreferences, isBeside: boolean): string {
  const { list, measure, heading, rows } = report;
  const [ascending, descending] = ORDER_WORDS[list.sort];
  const hidden = unknownColumns(report, look);
  const away = isBeside ? columnsLeftAway(report, look).map((column) => LABELS[column].toLowerCase()) : [];
  const lacksTopics = wantedColumns(look).includes('topic') && rows.every((row) => row.topic === null);
  return [
    measure ? describeCounted(heading.shown, measure) : '',
    list.descending ? descending : ascending,
    lacksTopics ? 'None on this page names a topic' : '',
    hidden.length > 0
      ? `Not known for any of them, so not shown: ${formatList(hidden.map((id) => WORDS[id]))}`
      : '',
    away.length > 0 ? `Hidden while an incident is open: ${formatList(away)}` : '',
  ]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** "291 incidents with 412 steps, 380 documented and briefed" */
function describeCounted(shown: number, { records, numerator }: MeasureOfList): string {
  const counted = records
    ? ` ${records.among} ${formatCounted(records.count, records.one, records.many)}`
    : '';
  const above = numerator ? `, ${formatCount(numerator.count)} ${numerator.words}` : '';
  return `${formatCounted(shown, 'incident')}${counted}${above}`;
}

const LABELS = { ...COLUMN_LABELS, close: 'time to close' };

const WORDS = {
  product: 'product',
  channel: 'channel',
  team: 'team',
  severity: 'severity',
  emotion: 'emotion',
  path: 'escalation path',
  close: 'time to close',
};

const byName = (name: string): [string, string] => [`By ${name}, A to Z`, `By ${name}, Z to A`];

const ORDER_WORDS: Record<SortKey, [ascending: string, descending: string]> = {
  occurred: ['Oldest first', 'Newest first'],
  number: ['Lowest number first', 'Highest number first'],
  trigger: byName('trigger'),
  outcome: ['By outcome, settled first', 'By outcome, lost first'],
  level: ['Lowest level reached first', 'Highest level reached first'],
  channel: byName('channel'),
  team: byName('team'),
  product: byName('product'),
  severity: ['Least severe first', 'Most severe first'],
  emotion: ['By emotion before, calmest first', 'By emotion before, strongest first'],
  close: ['Shortest to close first', 'Longest to close first'],
};
