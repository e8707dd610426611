import { MEASURE_IDS, type MeasureId } from '../measures/measure-ids.ts';
import { MEASURES } from '../measures/measures.ts';

/** The measures that can speak for a lesson: shares of incidents that went better or worse, not how well they were coded. */
export const LESSON_MEASURES = MEASURE_IDS.filter((id) => {
  const { aggregate, grain, better } = MEASURES[id];
  const isShare = aggregate === 'share' && grain === 'incident' && better !== 'neutral';
  return isShare && id !== 'unclassified_share';
});

export const DEFAULT_LESSON_MEASURE: MeasureId = 'de_escalation_rate';

/** The measure of this name, or the usual one where it cannot speak for a lesson. */
export function toLessonMeasure(id: string | null | undefined): MeasureId {
  return LESSON_MEASURES.find((each) => each === id) ?? DEFAULT_LESSON_MEASURE;
}
