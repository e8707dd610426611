import { describeClock } from '@/lib/analysis/moment-words.ts';
import { formatCount, formatDate, formatShare } from '@/lib/charts/format.ts';
import type { FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import { daysOf, localDateAt } from '@/lib/filters/local-dates.ts';

/** How fresh and how complete the figures are: "Data to 12 Nov 2026 · counted at 14:05 on 13 Nov 2026 · 73 unclassified (3.0 %)". */
export function describeFreshness(
  { shown, asOf, unclassified, withoutPath }: HeadingModel,
  { timeZone, coverage }: FrameModel,
): string {
  const lacks = (count: number, words: string) =>
    count > 0 ? [`${formatCount(count)} ${words} (${formatShare(count / shown)})`] : [];
  return [
    ...(coverage ? [`Data to ${formatDate(daysOf(coverage).lastDay)}`] : []),
    `counted at ${describeClock(asOf, timeZone)} on ${formatDate(localDateAt(asOf, timeZone))}`,
    ...lacks(unclassified, 'unclassified'),
    ...lacks(withoutPath, 'without a path'),
  ].join(' · ');
}
