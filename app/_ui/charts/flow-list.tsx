import type { TwinColumn, TwinTable } from '@/lib/charts/chart-model.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { largestRows } from '@/lib/charts/largest-rows.ts';
import { cellWords, isFigure } from '../table/cell-words.ts';
import table from '../table/table.module.css';
import style from './flow.module.css';
import type { LinksOf } from './mark-links.ts';

const SHOWN = 9;

/** The largest flows as a list beside the picture, and in its place on a phone. */
export function FlowList({ twin, linksOf }: { twin: TwinTable; linksOf: LinksOf }) {
  const columns = twin.columns.map(withSignInHead);
  const { rows, rest } = largestRows(twin, SHOWN);
  const figures = columns.filter(isFigure);
  return (
    <table className={`${table.table} ${style.list}`}>
      <caption className="unseen">The largest flows</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={sideOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, open }) => (
          <tr key={cells.join(' ')}>
            {columns.map((column, index) => (
              <Cell
                key={column.id}
                column={column}
                cell={cells[index] ?? null}
                href={index === 0 && open ? linksOf(open).open : null}
              />
            ))}
          </tr>
        ))}
        {rest ? (
          <tr className="quiet">
            <td colSpan={columns.length - figures.length} className={style.rest}>
              {formatCounted(rest.count, 'smaller flow')}
            </td>
            {columns.map((column, index) =>
              isFigure(column) ? (
                <Cell key={column.id} column={column} cell={rest.cells[index] ?? null} href={null} />
              ) : null,
            )}
          </tr>
        ) : null}
      </tbody>
      {twin.total ? (
        <tfoot>
          <tr>
            {columns.map((column, index) => (
              <td key={column.id} className={sideOf(column)}>
                {twin.total?.[index] == null ? '' : cellWords(twin.total[index], column)}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

interface CellProps {
  column: TwinColumn;
  cell: string | number | null;
  href: string | null;
}

/** A name that is cut stands whole while its row has the focus or the pointer. */
function Cell({ column, cell, href }: CellProps) {
  const words = cellWords(cell, column);
  if (isFigure(column)) return <td className={table.figure}>{words}</td>;
  return <td title={words}>{href ? <a href={href}>{words}</a> : <span>{words}</span>}</td>;
}

/** In the head the sign needs less room than the words, and the figures below it none. */
function withSignInHead(column: TwinColumn): TwinColumn {
  return column.form === 'share' ? { ...column, label: '% of all' } : column;
}

function sideOf(column: TwinColumn): string | undefined {
  return isFigure(column) ? table.figure : undefined;
}
