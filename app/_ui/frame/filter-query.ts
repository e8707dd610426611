import { DIMENSIONS } from '@/lib/filters/dimensions.ts';

/** The part of a query that says what is looked at: it goes along from page to page. */
export function filterQuery(query: URLSearchParams): string {
  const kept = [...query].filter(([name]) => NAMES.has(name));
  // A comma may stand in a query as it is, and is easier to read so.
  return new URLSearchParams(kept).toString().replaceAll('%2C', ',');
}

const NAMES: ReadonlySet<string> = new Set([
  'period',
  'compare',
  ...DIMENSIONS.flatMap(({ id }) => [id, `${id}.not`]),
  'measure',
]);
