import { createReadStream } from 'node:fs';
import { type BoundMapping, bindMapping } from '@/lib/intake/bind-mapping.ts';
import { type CsvRecord, readCsvRecords } from '@/lib/intake/csv-records.ts';
import { decodeToUtf8, detectEncoding, type FileFacts } from '@/lib/intake/detect-encoding.ts';
import type { Mapping } from '@/lib/intake/mapping.ts';
import { belowHeader, explainFile, fileRefusal, NO_ROWS, readHeader } from './file-header.ts';

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
    throw explainFile(error, path);
  });
  const { encoding } = facts;
  if (encoding === null) throw fileRefusal(`This file cannot be read: ${facts.refusal}.`);
  const all = () => readCsvRecords(decodeToUtf8(createReadStream(path), facts), mapping.delimiter);
  const { header, hasRows } = await readHeader(all());
  const bound = bindMapping(mapping, header, timeZone);
  if (!hasRows) throw fileRefusal(NO_ROWS);
  return { facts: { ...facts, encoding }, bound, records: () => belowHeader(all()) };
}
