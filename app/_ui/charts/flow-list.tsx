import type { TwinTable } from '@/lib/charts/chart-model.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { cellWords, isFigure } from '../table/cell-words.ts';
import table from '../table/table.module.css';
import style from './flow.module.css';
import type { LinksOf } from './mark-links.ts';

const SHOWN = 9;

/** The largest flows as a list beside the picture, and in its place on a phone. */
export function FlowList({ twin, linksOf }: { twin: TwinTable; linksOf: LinksOf }) {
  const { columns, rows, total } = twin;
  const left = rows.length - SHOWN;
  return (
    <table className={`${table.table} ${style.list}`}>
      <caption className="unseen">The largest flows</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={isFigure(column) ? table.figure : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN).map(({ cells, open }) => (
          <tr key={cells.join(' ')}>
            {columns.map((column, index) => (
              <td
                key={column.id}
                className={isFigure(column) ? table.figure : undefined}
                title={isFigure(column) ? undefined : String(cells[index] ?? '')}
              >
                {index === 0 && open ? (
                  <a href={linksOf(open).open}>{cells[index]}</a>
                ) : (
                  cellWords(cells[index] ?? null, column)
                )}
              </td>
            ))}
          </tr>
        ))}
        {left > 0 ? (
          <tr>
            <td colSpan={columns.length} className="quiet">
              {formatCounted(left, 'smaller flow')}: in the table below
            </td>
          </tr>
        ) : null}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            {columns.map((column, index) => (
              <td key={column.id} className={isFigure(column) ? table.figure : undefined}>
                {total[index] == null ? '' : cellWords(total[index], column)}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
