import type { CellValue, WriteSheet } from 'hucre/xlsx';
import type { Pack } from '../../packs/pack.ts';
import { packAddresses } from '../../packs/pack-addresses.ts';
import { scopeWords } from '../../packs/pack-scope.ts';
import { LONGEST_CELL, toCellText } from './cell-text.ts';

/** What the sheet of incidents holds: so many of them, of which later version of the figures, or why there is none. */
export type IncidentsSaid = { count: number; later: number | null } | { without: string };

const COUNT = '#,##0';
const MOMENT = 'd mmm yyyy hh:mm';

/** The first sheet: what the workbook was made from, so that it can be made again and nobody has to guess. */
export function readmeSheet(pack: Pack, incidents: IncidentsSaid): WriteSheet {
  const lines = [...about(pack), ...counted(pack, incidents), ...panels(pack), ...definitions(pack)];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  lines.forEach(({ head, format }, row) => {
    if (head) cells.set(`${row},0`, { style: { font: { bold: true } } });
    if (format) cells.set(`${row},1`, { style: { numFmt: format, alignment: { horizontal: 'left' } } });
  });
  return {
    name: 'Read me',
    columns: [{ width: 24 }, { width: 110, style: { alignment: { wrapText: true, vertical: 'top' } } }],
    rows: lines.map(({ label, value }) => [
      label,
      typeof value === 'string' ? toCellText(value) : (value ?? null),
    ]),
    cells,
  };
}

interface Line {
  label: string;
  value?: CellValue;
  format?: string;
  head?: boolean;
}

function about(pack: Pack): Line[] {
  const { asItWas, asNow } = packAddresses(pack);
  const teams = scopeWords(pack.scope);
  return [
    { label: pack.title, value: [pack.workspace, 'Lookback'].filter(Boolean).join(', '), head: true },
    ...(teams === null ? [] : [{ label: 'Teams', value: teams }]),
    { label: 'Filters', value: pack.filterWords },
    ...pack.ignored.map((value) => ({ label: 'Ignored', value })),
    { label: 'Period', value: pack.periodWords },
    ...(pack.period
      ? [
          { label: 'First day', ...day(pack.period.firstDay) },
          { label: 'Last day', ...day(pack.period.lastDay) },
        ]
      : []),
    { label: 'Comparison', value: pack.comparisonWords ?? 'none' },
    { label: 'Time zone', value: pack.timeZone },
    { label: 'Made (UTC)', value: new Date(pack.madeAt), format: MOMENT },
    { label: 'Counted at (UTC)', value: new Date(pack.asOf), format: MOMENT },
    ...(pack.dataTo ? [{ label: 'Data to', ...day(pack.dataTo) }] : []),
    {
      label: 'Version of the figures',
      value: pack.factsVersion ?? 'read from the record itself',
      ...(pack.factsVersion === null ? {} : { format: COUNT }),
    },
    { label: 'Version of the taxonomy', value: pack.taxonomy, format: COUNT },
    ...(asItWas ? [{ label: 'As it was', value: asItWas }] : []),
    { label: 'Address', value: asNow },
    { label: '' },
  ];
}

function day(date: string): Pick<Line, 'value' | 'format'> {
  return { value: new Date(`${date}T00:00:00Z`), format: 'd mmm yyyy' };
}

function counted({ shown }: Pack, incidents: IncidentsSaid): Line[] {
  const figure = (label: string, value: number) => ({ label, value, format: COUNT });
  return [
    { label: 'Incidents', head: true },
    figure('Counted (n)', shown.count),
    figure('Of all in scope', shown.of),
    figure('Without a trigger', shown.unclassified),
    figure('Without a path', shown.withoutPath),
    {
      label: 'One by one',
      value: 'without' in incidents ? incidents.without : sheetWords(incidents),
    },
    { label: '' },
  ];
}

function sheetWords({ count, later }: { count: number; later: number | null }): string {
  const rows = count.toLocaleString('en-GB');
  return [
    `Sheet “${INCIDENTS_SHEET}” has each of them, ${rows} in all.`,
    ...(later === null ? [] : [`They were read a moment after the figures, of version ${later}.`]),
    'Times are in UTC; a date or a month is as exact as it is known.',
    `Text longer than ${LONGEST_CELL.toLocaleString('en-GB')} characters is cut, and says so.`,
  ].join(' ');
}

/** The name of the sheet with one incident a row. */
export const INCIDENTS_SHEET = 'Incidents';

function panels({ panels: all }: Pack): Line[] {
  return [
    { label: 'Sheets', value: 'what each of them shows, and what it leaves out', head: true },
    ...all.map(({ name, headline, subtitle, empty }) => ({
      label: name,
      value: [headline, subtitle, ...(empty ? [empty] : [])].join('\n'),
    })),
    { label: '' },
  ];
}

function definitions({ panels: all, taxonomy }: Pack): Line[] {
  return [
    { label: 'Definitions', value: `as they were with version ${taxonomy} of the taxonomy`, head: true },
    ...all.map(({ name, definition }) => ({ label: name, value: `${definition.title}: ${definition.text}` })),
  ];
}
