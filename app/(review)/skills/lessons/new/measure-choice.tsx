import { Segments } from '@/app/_ui/charts/segments.tsx';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { LESSON_MEASURES } from '@/lib/lessons/lesson-measures.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';

interface MeasureChoiceProps {
  path: string;
  query: string;
  chosen: MeasureId;
}

/** By which share the incidents are to speak. */
export function MeasureChoice({ path, query, chosen }: MeasureChoiceProps) {
  return (
    <Segments
      name="What is better among them"
      choices={LESSON_MEASURES.map((id) => ({
        id,
        label: MEASURES[id].label,
        href: toHref(path, query, `measure=${id}`),
        chosen: id === chosen,
      }))}
    />
  );
}
