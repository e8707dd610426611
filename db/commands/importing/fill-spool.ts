import { checkCells, externalIdOf, type RowProblem } from '@/lib/intake/check-row.ts';
import type { CsvRecord } from '@/lib/intake/csv-records.ts';
import type { OpenFile } from './open-file.ts';
import type { RowSpool } from './spool-rows.ts';

/**
 * Reads the file once, checks every row by itself and puts it with its key into the spool.
 * @returns how many rows the file has
 */
export async function fillSpool(
  file: OpenFile,
  spool: RowSpool,
  onRows: (rows: number, bytes: number) => void,
): Promise<number> {
  let rows = 0;
  let bytes = 0;
  for await (const record of file.records()) {
    const { key, problems } = keyOf(record, file);
    await spool.add({ line: record.line, bytes: record.bytes, cells: record.cells, key, problems });
    rows++;
    bytes += record.bytes;
    if (rows % 10_000 === 0) onRows(rows, bytes);
  }
  onRows(rows, bytes);
  return rows;
}

function keyOf(record: CsvRecord, { bound, facts }: OpenFile): { key: string; problems: RowProblem[] } {
  const { line, problem } = record;
  if (problem) return { key: '', problems: [{ line, field: null, message: problem }] };
  const problems = checkCells(record, bound.header, facts.encoding);
  if (problems.length > 0) return { key: '', problems };
  const id = externalIdOf(record, bound);
  return 'id' in id ? { key: id.id, problems: [] } : { key: '', problems: [id.problem] };
}
