import type { Ignored } from './filters.ts';

/** What Next gives a page as `searchParams`, or the parameters of a request's URL. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>> | URLSearchParams;

/** Something read from a text, or why it could not be. */
export type Reading<T> = { read: T } | { reason: string };

/** A longer value was not written by this product: it is not read at all. */
export const LONGEST_VALUE = 2000;
const LONGEST_SHOWN = 80;

/**
 * The parameters of a URL one by one, repeated ones in turn, trimmed, without those named in `leftOut` and without
 * empty ones (a form sends its free fields so). Values that are too long come back as ignored.
 */
export function toParameters(
  params: SearchParams,
  leftOut: readonly string[],
): { parameters: { name: string; value: string }[]; ignored: Ignored[] } {
  const parameters: { name: string; value: string }[] = [];
  const ignored: Ignored[] = [];
  for (const [name, raw] of entriesOf(params)) {
    const value = raw.trim();
    if (value === '' || leftOut.includes(name)) continue;
    if (value.length <= LONGEST_VALUE) parameters.push({ name, value });
    else ignored.push(toIgnored(name, value, `it is longer than ${LONGEST_VALUE} characters`));
  }
  return { parameters, ignored };
}

/** What was ignored and why, short enough to be read. */
export function toIgnored(parameter: string, value: string, reason: string): Ignored {
  return { parameter: shorten(parameter), value: shorten(value), reason };
}

function entriesOf(params: SearchParams): [string, string][] {
  if (params instanceof URLSearchParams) return [...params];
  return Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST_SHOWN + 2)];
  const short = characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : text;
  // A page cannot carry control characters: a browser reads others in their place.
  return short.replace(/\p{Cc}/gu, '\uFFFD');
}
