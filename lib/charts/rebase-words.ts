import type { MeasureFindings } from '../analysis/measure-findings.ts';
import type { RestartSuggestion } from '../analysis/suggest-restarts.ts';
import { addsUp } from '../measures/sums.ts';
import { formatDecimal } from './format.ts';
import { valueWords } from './measure-words.ts';
import { bucketWords } from './signal-words.ts';

/** Of suggestions in series where nothing happens nine in ten are smaller than this. */
const SMALL = 1;

/** Whether a restart moves the centre further than chance alone makes most suggestions move it. */
export function isLargeStep({ sigmas }: Pick<RestartSuggestion, 'sigmas'>): boolean {
  return sigmas === null || Math.abs(sigmas) >= SMALL;
}

/**
 * What speaks for a restart: "13 weeks in a row below the centre, since the week of 17 Aug 2026. New centre 21.3 %, from
 * 34.4 %: 2.4 standard deviations lower."
 */
export function restartEvidence(
  { measure, bucket, points }: MeasureFindings,
  suggestion: RestartSuggestion,
): string {
  const { index, run, direction, before, after, sigmas, excluded } = suggestion;
  const per = addsUp(measure) ? ` a ${bucket}` : '';
  const centre = (value: number) =>
    measure.unit === 'count' ? formatDecimal(value, 1) : valueWords(measure, value);
  const since = bucketWords(points[index]?.start ?? '', bucket);
  const side = direction === 'up' ? 'above' : 'below';
  const size =
    sigmas === null
      ? ''
      : `: ${formatDecimal(Math.abs(sigmas), 1)} standard deviations ${direction === 'up' ? 'higher' : 'lower'}`;
  return [
    `${run} ${bucket}s in a row ${side} the centre, since ${since}.`,
    `New centre ${centre(after.centre)}${per}, from ${centre(before.centre)}${size}.`,
    ...(excluded.length > 0 ? [extremes(excluded.length, bucket)] : []),
    ...(isLargeStep(suggestion) ? [] : ['Chance alone suggests restarts as small as this.']),
  ].join(' ');
}

function extremes(count: number, bucket: MeasureFindings['bucket']): string {
  return `${count} extreme ${bucket}${count === 1 ? '' : 's'} left out of the new limits.`;
}
