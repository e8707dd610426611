import type { SourceRow } from './incident-record.ts';

/** The fields of the rows that an incident came from, those that never change apart from those that do. */
export interface SplitFields {
  same: readonly { name: string; value: string | null }[];
  /** Each with one value a row; null where the row has none. */
  changing: readonly { name: string; values: readonly (string | null)[] }[];
  lines: readonly number[];
}

/** Splits the fields of one or more rows; every field of every row is in one of the two halves. */
export function splitFields(rows: readonly SourceRow[]): SplitFields {
  const maps = rows.map((row) => new Map(row.fields));
  const names = [...new Set(rows.flatMap((row) => row.fields.map(([name]) => name)))];
  const fields = names.map((name) => ({ name, values: maps.map((fields) => fields.get(name) ?? null) }));
  const isSame = ({ values }: { values: (string | null)[] }) => values.every((value) => value === values[0]);
  return {
    same: fields.filter(isSame).map(({ name, values }) => ({ name, value: values[0] ?? null })),
    changing: fields.filter((field) => !isSame(field)),
    lines: rows.flatMap(({ line }) => line ?? []),
  };
}
