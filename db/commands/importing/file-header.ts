import { Invalid } from '@/lib/errors.ts';
import type { CsvRecord } from '@/lib/intake/csv-records.ts';

/** The first record of a file, and whether any follows. Throws Invalid where there is none or it cannot be read. */
export async function readHeader(
  records: AsyncGenerator<CsvRecord>,
): Promise<{ header: string[]; hasRows: boolean }> {
  let header: string[] | null = null;
  for await (const record of records) {
    if (header) return { header, hasRows: true };
    if (record.problem) throw fileRefusal(`This file cannot be read: in its header ${record.problem}.`);
    header = record.cells.map((name) => name.trim());
  }
  if (!header) throw fileRefusal('This file cannot be read: it is empty.');
  return { header, hasRows: false };
}

/** The records after the first. */
export async function* belowHeader(records: AsyncGenerator<CsvRecord>): AsyncGenerator<CsvRecord> {
  let isHeader = true;
  for await (const record of records) {
    if (!isHeader) yield record;
    isHeader = false;
  }
}

/** What was wrong with opening a file, in words where it is the caller's to mend. */
export function explainFile(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return fileRefusal(`There is no file ${path}.`);
  if (code === 'EISDIR') return fileRefusal(`${path} is a folder, not a file.`);
  if (code === 'EACCES') return fileRefusal(`${path} may not be read by this account.`);
  return error;
}

export const NO_ROWS = 'This file has a header and no rows below it: there is nothing to import.';

export const fileRefusal = (message: string) => new Invalid([{ field: 'file', message }]);
