import type { Ignored } from './filters.ts';
import { type SearchParams, toIgnored, toParameters } from './search-params.ts';

/** How one parameter of a page is read: into a part of its state, or null where it cannot be; and why then. */
export type StateReaders<State> = Readonly<
  Record<string, { read: (value: string) => Partial<State> | null; reason: string }>
>;

/**
 * Reads how a page stands beside its filters out of a URL. Never throws: what cannot be read falls back to the default
 * and is given back as ignored; parameters without a reader are somebody else's.
 */
export function readState<State extends object>(
  params: SearchParams,
  defaults: State,
  readers: StateReaders<State>,
): { state: State; ignored: Ignored[] } {
  const { parameters, ignored: unread } = toParameters(params, []);
  const ignored = unread.filter(({ parameter }) => Object.hasOwn(readers, parameter));
  const state = { ...defaults };
  for (const { name, value } of parameters) {
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!reader) continue;
    const read = reader.read(value);
    if (read) Object.assign(state, read);
    else ignored.push(toIgnored(name, value, reader.reason));
  }
  return { state, ignored };
}

/** A reader that takes one of these values for one part of the state. */
export function oneOf<State, Key extends keyof State>(
  key: Key,
  offered: readonly NonNullable<State[Key]>[],
): (value: string) => Partial<State> | null {
  return (value) => {
    const found = offered.find((each) => String(each) === value);
    return found === undefined ? null : ({ [key]: found } as unknown as Partial<State>);
  };
}
