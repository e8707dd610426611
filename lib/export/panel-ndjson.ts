import type { TwinTable } from '../charts/chart-model.ts';
import type { MadeFrom } from './panel-csv.ts';
import { panelRows, panelTotal } from './panel-rows.ts';

/**
 * The table of a panel as NDJSON, an object on each line: first what made it, with its columns, then each row, then
 * the total where there is one. Numbers are raw (a share is 0 to 1), nothing known is null.
 */
export function panelNdjson(table: TwinTable, { title, lines }: MadeFrom): string {
  const total = panelTotal(table);
  const objects = [
    {
      kind: 'about',
      title,
      lines,
      columns: table.columns.map(({ id, label, form }) => ({ id, label, form })),
    },
    ...panelRows(table).map((row) => ({ kind: 'row', ...row })),
    ...(total ? [{ kind: 'total', ...total }] : []),
  ];
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
}
