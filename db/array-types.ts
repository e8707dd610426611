import type { PostgresType } from 'postgres';

/**
 * How arrays are written and read. Postgres.js would ask each server for this on each connection, and when one is lost
 * in that moment, the error is thrown where nobody can catch it.
 */
export const ARRAY_TYPES: Record<string, PostgresType> = {
  // name[], text[], varchar[], uuid[], bigint[]: numbers that may be too large for a number stay text
  texts: arrayType([1003, 1009, 1015, 2951, 1016], (text) => text),
  // smallint[], integer[], real[], double precision[]
  numbers: arrayType([1005, 1007, 1021, 1022], Number),
  // boolean[]
  truths: arrayType([1000], (text) => text === 't'),
};

/** `[a, null, 'b "c"']` as PostgreSQL writes it: `{"a",NULL,"b \"c\""}`. */
export function toArrayLiteral(values: unknown): string {
  if (!Array.isArray(values)) return String(values);
  const elements = values.map((value) => {
    if (Array.isArray(value)) return toArrayLiteral(value);
    return value === null ? 'NULL' : toArrayElement(value);
  });
  return `{${elements.join(',')}}`;
}

/** A text as it stands in an array that PostgreSQL reads. */
export function toArrayElement(value: unknown): string {
  const text = String(value);
  return /[\\"]/.test(text) ? `"${text.replace(/[\\"]/g, '\\$&')}"` : `"${text}"`;
}

/** The elements of an array of one dimension as PostgreSQL writes it. Throws for one of more. */
export function fromArrayLiteral<T>(literal: string, read: (text: string) => T): (T | null)[] {
  if (literal.startsWith('{{')) throw new Error(`Arrays of several dimensions are not read here: ${literal}`);
  return [...literal.slice(1, -1).matchAll(ELEMENT)].map(([, quoted, plain = '']) => {
    if (quoted !== undefined) return read(quoted.replace(/\\(.)/gs, '$1'));
    return plain === 'NULL' ? null : read(plain);
  });
}

const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^,]+)/gs;

function arrayType(oids: number[], read: (text: string) => unknown): PostgresType {
  const [to = 0] = oids;
  return {
    to,
    from: oids,
    serialize: toArrayLiteral,
    parse: (literal: string) => fromArrayLiteral(literal, read),
  };
}
