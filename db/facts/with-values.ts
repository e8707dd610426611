/**
 * A statement with what may be written into it: numbers, truth values and days, each in one way and without a character
 * that could end it. A statement with parameters is planned twice, before and after these are known, which takes as long
 * as to answer a small question. Everything else stays a parameter, counted anew.
 */
export function withValues(
  statement: string,
  parameters: readonly unknown[],
): { statement: string; parameters: readonly unknown[] } {
  const left: unknown[] = [];
  const places = new Map<number, string>();
  const written = statement.replace(PARTS, (part, place?: string) => {
    if (place === undefined) return part;
    const index = Number(place) - 1;
    const known = places.get(index);
    if (known !== undefined) return known;
    const value = parameters[index];
    const inPlace = write(value) ?? `$${left.push(value)}`;
    places.set(index, inPlace);
    return inPlace;
  });
  return { statement: written, parameters: left };
}

/** Texts and names stay as they are, whatever they say; of the rest, a parameter is a dollar and its place. */
const PARTS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\d+)/g;

const DAY = /^\d{4}-\d\d-\d\d$/;

function write(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return DAY.test(value) ? `date '${value}'` : null;
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  // A number below zero would be a comment after a minus; one with a point would be a decimal.
  const digits = Number.isInteger(value) ? BigInt(value).toString() : `${value}::double`;
  return value < 0 ? `(${digits})` : digits;
}
