import { countIncidents } from '@/db/queries/incident-counts.ts';
import { listMeant } from '@/db/queries/search.ts';
import type { Found, Looked } from '@/db/reports/search.ts';
import type { Search } from '@/db/search-conditions.ts';
import { describeUnwanted } from '@/lib/search/search-words.ts';

/** How much was found, and where nothing was, what the text names elsewhere. */
export async function countNow(looked: Looked, { search }: Search, text: string): Promise<Found> {
  const { record, snapshot, viewer, asked } = looked;
  const count = await countIncidents(snapshot, viewer, asked);
  const elsewhere = count === 0 && !search.isWithout ? await listMeant(record, viewer, search) : [];
  const unwanted = describeUnwanted(search);
  return { text, count, all: null, above: null, unwanted, nothing: null, elsewhere };
}

/** The same where a page does not wait for the count. */
export async function countLater(
  { snapshot, viewer, asked }: Looked,
  { search }: Search,
  { text, above }: Pick<Found, 'text' | 'above'>,
): Promise<Found> {
  const all = countIncidents(snapshot, viewer, asked);
  // Whoever shows it hears of a failure; nobody may be waiting yet when it fails.
  all.catch(() => null);
  const unwanted = describeUnwanted(search);
  return { text, count: null, all, above, unwanted, nothing: null, elsewhere: [] };
}
