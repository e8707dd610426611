import { formatCounted } from '@/lib/charts/format.ts';
import { SCENARIO_PARTS, type ScenarioWords } from '@/lib/training/scenario-forms.ts';
import style from '../../training.module.css';
import { RedactedPart } from '../redacted-part.tsx';

interface TakenOutProps {
  found: {
    words: ScenarioWords;
    taken: readonly { field: keyof ScenarioWords; spans: readonly unknown[] }[];
  };
}

/** The fields that would be saved otherwise than they were entered, with what would stand in the place of each value. */
export function TakenOut({ found: { words, taken } }: TakenOutProps) {
  const count = taken.reduce((sum, { spans }) => sum + spans.length, 0);
  if (count === 0) {
    return (
      <p className={style.taken}>
        Nothing else is found to be personal. What only people can know, such as names of places, is for you
        to find.
      </p>
    );
  }
  return (
    <section className={style.taken} aria-label="What is taken out">
      <p>{formatCounted(count, 'value')} will be taken out when it is saved:</p>
      <dl className={style.parts}>
        {taken.map(({ field }) => (
          <RedactedPart key={field} label={labelOf(field)} text={words[field]} />
        ))}
      </dl>
    </section>
  );
}

function labelOf(field: string): string {
  return SCENARIO_PARTS.find((part) => part.field === field)?.label ?? 'Title';
}
