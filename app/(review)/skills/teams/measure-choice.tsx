import Link from 'next/link';
import { COMPARED_MEASURES } from '@/lib/filters/skills-state.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import style from '../skills.module.css';

interface MeasureChoiceProps {
  chosen: MeasureId;
  hrefOf: (measure: MeasureId) => string;
}

/** What teams or sites are compared by. */
export function MeasureChoice({ chosen, hrefOf }: MeasureChoiceProps) {
  return (
    <details className={style.measures}>
      <summary>
        By {MEASURES[chosen].label.toLowerCase()}. <span>Change measure</span>
      </summary>
      <ul>
        {COMPARED_MEASURES.map((id) => (
          <li key={id}>
            <Link
              href={hrefOf(id)}
              scroll={false}
              prefetch={false}
              aria-current={id === chosen ? 'true' : undefined}
            >
              {MEASURES[id].label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
