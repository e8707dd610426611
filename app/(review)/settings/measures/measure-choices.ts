import { MEASURE_IDS, type MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { aimWords, targetUnit } from '@/lib/measures/target-words.ts';

export interface MeasureChoice {
  id: MeasureId;
  label: string;
  /** What a target of it is written in: "%"; null where it has none. */
  unit: string | null;
  aim: string;
}

/** Every measure, as one chooses it for a card or a target. */
export function toMeasureChoices(): MeasureChoice[] {
  return MEASURE_IDS.map((id) => ({
    id,
    label: MEASURES[id].label,
    unit: targetUnit(MEASURES[id])?.words ?? null,
    aim: aimWords(MEASURES[id]),
  }));
}
