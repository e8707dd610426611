import { createReadStream } from 'node:fs';
import { Invalid } from '@/lib/errors.ts';
import { type BoundMapping, bindMapping } from '@/lib/intake/bind-mapping.ts';
import { type CsvRecord, readCsvRecords } from '@/lib/intake/csv-records.ts';
import { decodeToUtf8, detectEncoding, type FileFacts } from '@/lib/intake/detect-encoding.ts';
import type { Mapping } from '@/lib/intake/mapping.ts';

/** A file that fits its mapping, before anything of it is in the record. */
export interface OpenFile {
  facts: FileFacts & { encoding: string };
  bound: BoundMapping;
  /** The records below the header, read anew at each call. */
  records(): AsyncGenerator<CsvRecord>;
}

/**
 * Looks at a file as a whole and at its header. Throws Invalid when it is missing, empty, no text, has no rows or does
 * not fit the mapping.
 */
export async function openFile(path: string, mapping: Mapping, timeZone: string): Promise<OpenFile> {
  const facts = await detectEncoding(createReadStream(path)).catch((error) => {
    throw explain(error, path);
  });
  const { encoding } = facts;
  if (encoding === null) throw refusal(`This file cannot be read: ${facts.refusal}.`);
  const all = () => readCsvRecords(decodeToUtf8(createReadStream(path), facts), mapping.delimiter);
  const { header, hasRows } = await readHeader(all());
  const bound = bindMapping(mapping, header, timeZone);
  if (!hasRows) throw refusal('This file has a header and no rows below it: there is nothing to import.');
  return { facts: { ...facts, encoding }, bound, records: () => belowHeader(all()) };
}

async function readHeader(
  records: AsyncGenerator<CsvRecord>,
): Promise<{ header: string[]; hasRows: boolean }> {
  let header: string[] | null = null;
  for await (const record of records) {
    if (header) return { header, hasRows: true };
    if (record.problem) throw refusal(`This file cannot be read: in its header ${record.problem}.`);
    header = record.cells.map((name) => name.trim());
  }
  if (!header) throw refusal('This file cannot be read: it is empty.');
  return { header, hasRows: false };
}

async function* belowHeader(records: AsyncGenerator<CsvRecord>): AsyncGenerator<CsvRecord> {
  let isHeader = true;
  for await (const record of records) {
    if (!isHeader) yield record;
    isHeader = false;
  }
}

function explain(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return refusal(`There is no file ${path}.`);
  if (code === 'EISDIR') return refusal(`${path} is a folder, not a file.`);
  if (code === 'EACCES') return refusal(`${path} may not be read by this account.`);
  return error;
}

const refusal = (message: string) => new Invalid([{ field: 'file', message }]);
