import type { Filters, Selection, SessionSide } from './filters.ts';
import { writeComparisons, writePeriod } from './period-codec.ts';
import { LONGEST_VALUE } from './search-params.ts';

/**
 * The filters as the query of a URL, without the question mark: canonical, readable, defaults left out. The empty
 * string when everything is at its default. `parseFilters` is the inverse; what it ignored is not written again.
 */
export function toSearchParams(filters: Filters): string {
  const parameters: [name: string, value: string | null][] = [
    ['period', writePeriod(filters.period)],
    ['compare', writeComparisons(filters)],
    ...filters.selections.flatMap(toParameters),
    ['measure', filters.measure],
    ['agent', filters.agent === undefined ? null : writeAgent(filters.agent)],
    ['session', filters.session === undefined ? null : writeSession(filters.session)],
  ];
  return parameters.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join('&');
}

/** A link: the path with the queries that are not empty, such as those of the filters and of a list. */
export function toHref(path: string, ...queries: readonly string[]): string {
  const query = queries.filter(Boolean).join('&');
  return query ? `${path}?${query}` : path;
}

/** One person as a URL names them; who is not known is 0 in the figures. */
export function writeAgent(agent: number): string {
  return agent === 0 ? 'unknown' : String(agent);
}

/** The people of a training session, or all others: `12`, `12~others`. */
export function writeSession({ session, side }: SessionSide): string {
  return side === 'trained' ? String(session) : `${session}~others`;
}

/** One parameter, or several of the same name where one would be longer than what is read back. */
function toParameters({ dimension, exclude, values }: Selection): [name: string, value: string][] {
  const lists: string[] = [];
  for (const value of values.map(encodeURIComponent)) {
    const extended = `${lists.at(-1)},${value}`;
    if (lists.length > 0 && extended.length <= LONGEST_VALUE) lists[lists.length - 1] = extended;
    else lists.push(value);
  }
  return lists.map((list) => [exclude ? `${dimension}.not` : dimension, list]);
}
