import type { TwinTable as Table, TwinColumn } from '@/lib/charts/chart-model.ts';
import type { LinksOf } from '../charts/mark-links.ts';
import { cellWords, isFigure } from './cell-words.ts';
import style from './table.module.css';

interface TwinTableProps {
  table: Table;
  caption: string;
  linksOf: LinksOf;
}

const TOO_FEW = 'too few';

/** The numbers of a picture as a table; the first cell of a row opens the incidents behind it, a cell of a heat map its own. */
export function TwinTable({ table, caption, linksOf }: TwinTableProps) {
  const { rows, total } = table;
  const columns = table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !column.inFilesOnly);
  return (
    <table className={style.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ column }) => (
            <th key={column.id} scope="col" className={sideOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, open, cellOpens, tooFew }) => (
          <tr key={cells.join(' ')}>
            {columns.map(({ column, index }) => {
              const words = tooFew?.includes(column.id) ? TOO_FEW : cellWords(cells[index] ?? null, column);
              const own = cellOpens ? (cellOpens[index] ?? null) : index === 0 ? open : null;
              return (
                <td key={column.id} className={sideOf(column)}>
                  {own ? <a href={linksOf(own).open}>{words}</a> : words}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            {columns.map(({ column, index }) => (
              <td key={column.id} className={sideOf(column)}>
                {total[index] == null ? '' : cellWords(total[index], column)}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function sideOf(column: TwinColumn): string | undefined {
  return isFigure(column) ? style.figure : undefined;
}
