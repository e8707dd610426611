import { askPatterns, type FoundPattern } from '@/db/reports/pattern-scan.ts';
import { PRODUCTS, SITES, TEAMS } from '@/db/seed/organisation.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { type ContactRow, type FactRow, openFacts } from '@/db/testing/sample-facts.ts';
import { toAsked } from '@/db/where.ts';
import type { Scanned } from '@/lib/analysis/pattern-scan/combinations.ts';
import type { ToldScan } from '@/lib/analysis/pattern-scan/told-scan.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { resolveWindows } from '@/lib/filters/periods.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';
import { CHANNELS, JOURNEY_STAGES, TRIGGERS } from '@/lib/taxonomy/editable-sets.ts';
import { CUSTOMER_STATES, HOUR_BANDS } from '@/lib/taxonomy/fixed-sets.ts';

/** Scans facts that are in no record with the period and comparison of an address, on the day after the last incident. */
export async function scanFacts(
  facts: { incidents: readonly FactRow[]; contacts?: readonly ContactRow[] },
  query: string,
): Promise<ToldScan<FoundPattern>> {
  const days = facts.incidents.map(({ occurredOn }) => String(occurredOn)).sort();
  const coverage = { from: days[0] ?? '', until: shiftDays(days.at(-1) ?? '', 1) };
  const filters = parseFilters(new URLSearchParams(query));
  const windows = resolveWindows(filters, { today: coverage.until, coverage });
  const ask = (window: { from: LocalDate; until: LocalDate }) =>
    toAsked(filters, {} as Vocabularies, window, { coverageFrom: coverage.from, today: coverage.until });
  const snapshot = await openFacts(facts.incidents, facts.contacts);
  try {
    const asked = ask(windows.current);
    const askedBefore = windows.comparison && ask(windows.comparison);
    return await askPatterns({ snapshot, viewer: EVERYBODY, asked, askedBefore, windows, filters });
  } finally {
    await snapshot.close();
  }
}

/** "rising: billing_error, Fibre 500, phone": a finding in the words of the sample. */
export function nameOf({ kind, combination }: Pick<FoundPattern, 'kind' | 'combination'>): string {
  return `${kind}: ${combination.map(({ dimension, code }) => WORDS[dimension](code)).join(', ')}`;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const idOf = (terms: readonly { code: number; id: string }[]) => (code: number) =>
  terms.find((term) => term.code === code)?.id ?? '';

const WORDS: Record<Scanned, (code: number) => string> = {
  trigger: idOf(TRIGGERS),
  product: (code) => PRODUCTS[code - 1] ?? '',
  stage: idOf(JOURNEY_STAGES),
  channel: idOf(CHANNELS),
  state: (code) => CUSTOMER_STATES[code] ?? '',
  team: (code) => TEAMS[code - 1]?.name ?? '',
  site: (code) => SITES[code - 1] ?? '',
  weekday: (code) => DAYS[code - 1] ?? '',
  band: (code) => HOUR_BANDS[code] ?? '',
};
