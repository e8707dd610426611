import { Invalid } from '../errors.ts';
import { toDateForm } from './date-forms.ts';
import type { Mapping } from './mapping.ts';
import type { TimeReading } from './moments.ts';

/** One record of a file, with the line on which it begins. */
export interface FileRow {
  line: number;
  cells: readonly string[];
}

/** A mapping together with the header of one file. */
export interface BoundMapping {
  mapping: Mapping;
  header: readonly string[];
  reading: TimeReading;
  /** Whether the file has the column. */
  has(column: string): boolean;
  /** What the file calls a column; the mapping's own word where the file lacks it. */
  nameOf(column: string): string;
  /** The tidied cell; null when it says nothing or the file has no such column. */
  valueOf(row: FileRow, column: string): string | null;
}

export const MOST_COLUMNS = 200;

/**
 * Fits a mapping to a file's header. Throws Invalid where it does not fit, naming the columns that are missing and
 * those that are there.
 * @param timeZone the workspace's zone
 */
export function bindMapping(mapping: Mapping, header: readonly string[], timeZone: string): BoundMapping {
  refuseHeader(mapping, header);
  const places = new Map(
    Object.entries(mapping.columns).map(([column, { names }]) => [column, placeOf(header, names)]),
  );
  const saysNothing = anyOf(['', ...mapping.nullWords]);
  const zone = mapping.times.zone === 'workspace' ? timeZone : mapping.times.zone;
  return {
    mapping,
    header,
    reading: {
      forms: mapping.times.forms.map((text) => ({ text, form: toDateForm(text) })),
      timeZone: zone,
      precision: mapping.times.precision ?? null,
    },
    has: (column) => (places.get(column) ?? -1) >= 0,
    nameOf: (column) => header[places.get(column) ?? -1] ?? column,
    valueOf: (row, column) => {
      const cell = row.cells[places.get(column) ?? -1]?.trim() ?? '';
      return saysNothing(cell) ? null : cell;
    },
  };
}

/** How words are compared: case and runs of white space do not count. */
export function toKey(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Of a longer text only so much is read first: mostly that shows that it is none of the words. */
const READ_FIRST = 100;

/** Tells whether a text is one of some words. */
export function anyOf(words: readonly string[]): (text: string) => boolean {
  const keys = new Set(words.map(toKey));
  const longest = Math.max(...[...keys].map((key) => key.length), 0);
  return (text) => {
    // The key of a beginning begins the key of the whole, which is as long at least.
    if (text.length > READ_FIRST && toKey(text.slice(0, READ_FIRST)).length > longest) return false;
    return keys.has(toKey(text));
  };
}

function placeOf(header: readonly string[], names: readonly string[]): number {
  const wanted = names.map(toKey);
  return header.findIndex((name) => wanted.includes(toKey(name)));
}

function refuseHeader(mapping: Mapping, header: readonly string[]): void {
  if (header.length > MOST_COLUMNS) {
    throw refusal(`it has ${header.length} columns; at most ${MOST_COLUMNS} are read`);
  }
  const missing = Object.values(mapping.columns).filter(
    ({ names, required }) => required && placeOf(header, names) < 0,
  );
  if (missing.length > 0) {
    const named = missing.map(({ names }) => names.map(quoted).join(' or ')).join(', ');
    throw refusal(
      `it does not fit the mapping "${mapping.id}". Missing columns: ${named}. ` +
        `Columns that are there: ${header.map(quoted).join(', ')}`,
    );
  }
  const twice = Object.values(mapping.columns).find(
    ({ names }) => header.filter((name) => names.map(toKey).includes(toKey(name))).length > 1,
  );
  if (twice) throw refusal(`it has the column ${twice.names.map(quoted).join(' or ')} twice`);
}

const quoted = (name: string) => `"${name.length > 60 ? `${name.slice(0, 60)}…` : name}"`;
const refusal = (reason: string) =>
  new Invalid([{ field: 'file', message: `This file cannot be read: ${reason}.` }]);
