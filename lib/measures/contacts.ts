import type { DimensionId } from '../filters/dimensions.ts';
import type { Filters } from '../filters/filters.ts';

/** What is known of a contact besides its day. */
const KNOWN_OF_CONTACTS: readonly DimensionId[] = ['team', 'channel', 'weekday'];

/** By which dimensions the filters narrow the incidents of a rate and cannot narrow its contacts. */
export function narrowsIncidentsOnly({
  selections,
  measure,
  agent,
  session,
}: Pick<Filters, 'selections' | 'measure' | 'agent' | 'session'>): (DimensionId | 'measure' | 'agent')[] {
  const unknown = selections
    .map(({ dimension }) => dimension)
    .filter((dimension) => !KNOWN_OF_CONTACTS.includes(dimension));
  const isOfPerson = agent !== undefined || session !== undefined;
  return [
    ...new Set(unknown),
    ...(measure ? (['measure'] as const) : []),
    ...(isOfPerson ? (['agent'] as const) : []),
  ];
}
