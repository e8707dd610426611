import { nameIncident } from '../analysis/describe-incident.ts';
import { STANDING_LABELS } from '../standing/standing-words.ts';
import type { Standing } from '../taxonomy/fixed-sets.ts';
import { parseSearch } from './search-words.ts';

/**
 * Where an incident is that a search names and does not find: "INC-9000 is outside of these filters", "“S-77” is
 * INC-12, which is set aside (not an incident)".
 */
export function describeElsewhere(
  { number, standing }: { number: number; standing: Standing },
  text: string,
): string {
  const name = nameIncident(number);
  const isByNumber = parseSearch(text)?.number === number;
  const who = isByNumber ? name : `“${text}” is ${name}, which`;
  return standing === 'counts'
    ? `${who} is outside of these filters`
    : `${who} is set aside (${STANDING_LABELS[standing].toLowerCase()})`;
}
