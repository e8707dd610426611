import { judgingOf } from '@/db/reports/judging.ts';
import { askFindings } from '@/db/reports/measure-question.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { may } from '@/lib/access.ts';
import { suggestRestarts } from '@/lib/analysis/suggest-restarts.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { isLargeStep, restartEvidence } from '@/lib/charts/rebase-words.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { seriesScope } from '@/lib/filters/series-scope.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';

/** What somebody may decide about the limits of a chart. */
export interface Rebasing {
  measure: MeasureId;
  /** Why the limits of these incidents cannot be begun anew; null where they can. */
  refusal: string | null;
  /** The days on which they were, in order. */
  made: readonly { rebaseId: number; day: LocalDate; reason: string; by: string }[];
  /** Days on which they could be, with what speaks for them. */
  suggestions: readonly { day: LocalDate; evidence: string; isLarge: boolean }[];
}

/** Where the limits of a measure begin anew, and where they could; null for whoever has no say in it. */
export async function askRebasing(reading: Reading, measure: MeasureId): Promise<Rebasing | null> {
  const { viewer, filters, workspace } = reading;
  if (!may(viewer, 'rebase_series')) return null;
  const [findings, decided] = await Promise.all([askFindings(reading, measure), judgingOf(reading)]);
  const hasScope = seriesScope(filters, viewer) !== null;
  return {
    measure,
    refusal: hasScope ? null : NO_SCOPE,
    made: decided(measure).rebases.map(({ rebaseId, day, reason, madeBy, madeAt }) => ({
      rebaseId,
      day,
      reason,
      by: `${madeBy}, ${formatDate(localDateAt(madeAt.getTime(), workspace.timeZone))}`,
    })),
    suggestions: hasScope
      ? suggestRestarts(findings).map((suggestion) => ({
          day: suggestion.day,
          evidence: restartEvidence(findings, suggestion),
          isLarge: isLargeStep(suggestion),
        }))
      : [],
  };
}

const NO_SCOPE =
  'You see incidents of your own besides those of your teams, and nobody else sees just these together. Choose your teams as a filter; then their limits can be re-based for everybody who looks at them.';
