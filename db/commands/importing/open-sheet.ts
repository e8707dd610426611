import { createReadStream } from 'node:fs';
import { readCsvRecords } from '@/lib/intake/csv-records.ts';
import { decodeToUtf8, detectEncoding, type FileFacts } from '@/lib/intake/detect-encoding.ts';
import {
  bindSheet,
  DELIMITERS,
  missingColumns,
  type SheetColumns,
  type SheetRow,
} from '@/lib/intake/sheet.ts';
import { belowHeader, explainFile, fileRefusal, NO_ROWS, readHeader } from './file-header.ts';

/** A small table that was read whole. */
export interface Sheet<Column extends string> {
  facts: FileFacts & { encoding: string };
  rows: SheetRow<Column>[];
}

export const MOST_SHEET_ROWS = 200_000;

/**
 * Reads a CSV file of at most 200,000 rows whole, whatever its encoding and whether commas, semicolons or tabs part its
 * cells. Throws Invalid when it is missing, empty, no text, has no rows or too many, or lacks a column.
 */
export async function openSheet<Column extends string>(
  path: string,
  columns: SheetColumns<Column>,
): Promise<Sheet<Column>> {
  const facts = await detectEncoding(createReadStream(path)).catch((error) => {
    throw explainFile(error, path);
  });
  const { encoding } = facts;
  if (encoding === null) throw fileRefusal(`This file cannot be read: ${facts.refusal}.`);
  const all = (delimiter: string) => readCsvRecords(decodeToUtf8(createReadStream(path), facts), delimiter);
  const { delimiter, header, hasRows } = await readBestHeader(columns, all);
  const toRow = bindSheet(columns, header, encoding);
  if (!hasRows) throw fileRefusal(NO_ROWS);
  const rows: SheetRow<Column>[] = [];
  for await (const record of belowHeader(all(delimiter))) {
    if (rows.length === MOST_SHEET_ROWS) throw fileRefusal(TOO_LONG);
    rows.push(toRow(record));
  }
  return { facts: { ...facts, encoding }, rows };
}

const TOO_LONG = 'This file has more than 200,000 rows. Nothing was imported; split it into several.';

/** The header by the delimiter that finds every column, or else the most cells: then its refusal says the most. */
async function readBestHeader<Column extends string>(
  columns: SheetColumns<Column>,
  all: (delimiter: string) => ReturnType<typeof readCsvRecords>,
) {
  const found = await Promise.all(
    DELIMITERS.map(async (delimiter) => ({ delimiter, ...(await readHeader(all(delimiter))) })),
  );
  const best = found.toSorted((one, other) => other.header.length - one.header.length)[0];
  const fitting = found.find(({ header }) => missingColumns(columns, header).length === 0) ?? best;
  if (!fitting) throw new Error('there is no delimiter to try');
  return fitting;
}
