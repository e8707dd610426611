import type { Ignored } from './filters.ts';
import { type SearchParams, toIgnored, toParameters } from './search-params.ts';

const LARGEST_NUMBER = 2_147_483_647;

/** Reads out of a URL which incident a list has open beside it, by its number. Never throws; null where none is open. */
export function parseOpen(params: SearchParams): { open: number | null; ignored: Ignored[] } {
  const { parameters } = toParameters(params, []);
  const given = parameters.filter(({ name }) => name === 'open');
  const [first, ...more] = given.map(({ value }) => value);
  if (first === undefined) return { open: null, ignored: [] };
  const number = /^[1-9]\d{0,9}$/.test(first) ? Number(first) : 0;
  const isNumber = number >= 1 && number <= LARGEST_NUMBER;
  return {
    open: isNumber ? number : null,
    ignored: [
      ...(isNumber ? [] : [toIgnored('open', first, 'an incident is opened by its number')]),
      ...more.map((value) => toIgnored('open', value, 'one incident is open at a time')),
    ],
  };
}

/** The open incident as a query, without the question mark; empty where none is. `parseOpen` is the inverse. */
export function toOpenParam(open: number | null): string {
  return open === null ? '' : `open=${open}`;
}
