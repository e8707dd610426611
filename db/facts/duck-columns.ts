import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { type Columns, toNumber } from './columns.ts';
import { chunksOf, fromDuckDb, runDuckDb } from './duck-db.ts';

/** The same as `askDuckDb` by columns: no row is made of thousands, and a column only when it is looked at. */
export async function askDuckDbInColumns(
  connection: DuckDBConnection,
  statement: string,
  parameters: readonly unknown[],
): Promise<Columns> {
  const result = await runDuckDb(connection, statement, parameters);
  const chunks = chunksOf(result);
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const known: Float64Array[] = [];
  const days = new Map<number, string>();
  return {
    rows,
    numbers: (column) => {
      const numbers = known[column] ?? readNumbers(chunks, rows, column, days);
      known[column] = numbers;
      return numbers;
    },
    values: (column, from, until) => {
      const values: unknown[] = [];
      let first = 0;
      for (const chunk of chunks) {
        const vector = chunk.getColumnVector(column);
        const last = Math.min(until - first, vector.itemCount);
        for (let row = Math.max(0, from - first); row < last; row++)
          values.push(fromDuckDb(vector.getItem(row), days));
        first += vector.itemCount;
      }
      return values;
    },
  };
}

function readNumbers(
  chunks: readonly DuckDBDataChunk[],
  rows: number,
  column: number,
  days: Map<number, string>,
): Float64Array {
  const numbers = new Float64Array(rows);
  let first = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column);
    for (let row = 0; row < vector.itemCount; row++) {
      const value: unknown = vector.getItem(row);
      numbers[first + row] = typeof value === 'number' ? value : toNumber(fromDuckDb(value, days));
    }
    first += vector.itemCount;
  }
  return numbers;
}
