import { countIncidents } from '@/db/queries/incident-counts.ts';
import { sumMeasures } from '@/db/queries/measures.ts';
import { countSetAside } from '@/db/queries/set-aside.ts';
import { labelsOf } from '@/db/reports/frame.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { EVERYTHING, toAsked } from '@/db/where.ts';
import { withPeriod } from '@/lib/filters/edit-filters.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { EmptyAdvice, HeadingModel } from '@/lib/filters/frame-model.ts';
import { resolveWindows } from '@/lib/filters/periods.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { chips } from '@/lib/filters/words.ts';

/** How many incidents are shown, out of how many in the viewer's scope, and how many of them lack what. */
export async function askHeading({ snapshot, viewer, asked, record }: Reading): Promise<HeadingModel> {
  const [sums, all, aside] = await Promise.all([
    sumMeasures(snapshot, viewer, asked, ['unclassified_share', 'escalation_rate']),
    countIncidents(snapshot, viewer, EVERYTHING),
    countSetAside(record, viewer),
  ]);
  const unclassified = sums.get('unclassified_share');
  const shown = unclassified?.denominator ?? 0;
  return {
    shown,
    all,
    asOf: snapshot.asOf,
    unclassified: unclassified?.numerator ?? 0,
    withoutPath: shown - (sums.get('escalation_rate')?.denominator ?? 0),
    setAside: aside.not_an_incident + aside.same_as_another,
  };
}

/** For filters that leave nothing: what there would be without each one of them. Null when something is left. */
export async function adviseOnEmpty(reading: Reading, shown: number): Promise<EmptyAdvice | null> {
  if (shown > 0 || !reading.coverage) return null;
  const drops = await Promise.all(alternatives(reading).map((drop) => countWithout(reading, drop)));
  return { drops: drops.filter((drop) => drop.count > 0).sort((one, other) => other.count - one.count) };
}

interface Alternative {
  label: string;
  filters: Filters;
}

function alternatives(reading: Reading): Alternative[] {
  const { filters } = reading;
  const pills = chips(filters, labelsOf(reading)).map((chip) => ({
    label: `${chip.label} ${chip.verb} ${chip.valueText}`,
    filters: chip.withoutIt,
  }));
  return [...pills, { label: 'the period', filters: withPeriod(filters, { kind: 'preset', preset: 'all' }) }];
}

async function countWithout(reading: Reading, { label, filters }: Alternative) {
  const { current } = resolveWindows(filters, reading.windows);
  const asked = toAsked(filters, reading.vocabularies, current, reading.asked, reading.people);
  const count = await countIncidents(reading.snapshot, reading.viewer, asked);
  return { label, query: toSearchParams(filters), count };
}
