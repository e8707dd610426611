import type { Reading } from '@/db/reports/reading.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { comparisonsLabel, comparisonsRange, periodLabel, periodWords } from '@/lib/filters/period-words.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { stepPeriod } from '@/lib/filters/step-period.ts';
import { labelOf } from '@/lib/filters/vocabulary.ts';
import { chips, describeFilters, type Labels } from '@/lib/filters/words.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

/** What the bars above every page say about this reading: period, comparison, pills, sentence. */
export function toFrame(reading: Reading): FrameModel {
  const { filters, windows } = reading;
  const labels = labelsOf(reading);
  const step = (direction: 'back' | 'forward') => {
    const stepped = stepPeriod(filters, direction, windows);
    return stepped && toSearchParams(stepped);
  };
  return {
    workspaceName: reading.workspace.name,
    filters,
    query: toSearchParams(filters),
    periodLabel: periodLabel(windows.period),
    periodWords: periodWords(windows),
    comparisonLabel: comparisonsLabel(windows),
    comparisonWords: comparisonsRange(windows),
    earlier: step('back'),
    later: step('forward'),
    chips: chips(filters, labels).map((chip) => ({
      key: chip.key,
      label: chip.label,
      verb: chip.verb,
      values: chip.valueText,
      withoutIt: toSearchParams(chip.withoutIt),
    })),
    sentence: describeFilters(filters, labels, windows),
    ignored: filters.ignored,
    followed: reading.followed,
    coverage: reading.coverage,
    windows: { current: windows.current, comparison: windows.comparison },
    defaultedToAll: windows.defaultedToAll,
    asOf: reading.snapshot.asOf,
    source: reading.snapshot.source,
    timeZone: reading.workspace.timeZone,
    taxonomy: reading.taxonomy,
  };
}

/** Labels for the values of this reading. */
export function labelsOf({ vocabularies }: Pick<Reading, 'vocabularies'>): Labels {
  return (subject, id) =>
    subject === 'measure' ? (MEASURES[id as MeasureId]?.label ?? id) : labelOf(vocabularies, subject, id);
}
