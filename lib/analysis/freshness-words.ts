import { formatCount, formatDate, formatShare } from '../charts/format.ts';
import type { LocalDate } from '../filters/filters.ts';
import type { FigureSource, FrameModel, HeadingModel } from '../filters/frame-model.ts';
import { daysOf, localDateAt } from '../filters/local-dates.ts';
import { describeClock } from './moment-words.ts';

/** How fresh and how complete figures are, and behind it where they were read. */
export interface Freshness {
  words: string;
  title: string;
}

/** "Data to 12 Nov 2026 · counted at 14:05 on 13 Nov 2026 · 73 unclassified (3.0 %)", from version 12 of the copy. */
export function describeFreshness(
  { shown, asOf, unclassified, withoutPath, setAside }: HeadingModel,
  { timeZone, coverage, source }: FrameModel,
): Freshness {
  const lacks = (count: number, words: string) =>
    count > 0 ? [`${formatCount(count)} ${words} (${formatShare(count / shown)})`] : [];
  const moment = momentOf(asOf, timeZone);
  const words = [
    ...dataWords({ dataTo: coverage && daysOf(coverage).lastDay, asOf, timeZone }),
    ...remarkOn(source),
    ...lacks(unclassified, 'unclassified'),
    ...lacks(withoutPath, 'without a path'),
    ...(setAside > 0 ? [`${formatCount(setAside)} set aside, not counted`] : []),
  ];
  return { words: words.join(' · '), title: describeSource(source, moment) };
}

/**
 * How far the data go and when they were counted: "Data to 12 Nov 2026", "counted at 14:05 on 13 Nov 2026".
 * @param dataTo the last day with an incident; null where there is none
 */
export function dataWords({ dataTo, asOf, timeZone }: DataMoment): string[] {
  return [...(dataTo ? [`Data to ${formatDate(dataTo)}`] : []), `counted at ${momentOf(asOf, timeZone)}`];
}

interface DataMoment {
  dataTo: LocalDate | null;
  asOf: number;
  timeZone: string;
}

function momentOf(asOf: number, timeZone: string): string {
  return `${describeClock(asOf, timeZone)} on ${formatDate(localDateAt(asOf, timeZone))}`;
}

function remarkOn(source: FigureSource): string[] {
  if (source.kind === 'copy') return source.refreshFails ? [CANNOT_REFRESH] : [];
  return source.awaitsCopy ? ['read from the record, since the copy of the figures is not ready yet'] : [];
}

const CANNOT_REFRESH = 'not refreshed since: the log of the program says why';

function describeSource(source: FigureSource, moment: string): string {
  if (source.kind === 'record') return `Read from the record itself, as it was at ${moment}.`;
  return `Version ${source.version} of the copy of the figures, which has what the record had at ${moment}.`;
}
