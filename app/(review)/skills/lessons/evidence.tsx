import Link from 'next/link';
import { formatCounted } from '@/lib/charts/format.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import type { LessonEvidence } from '@/lib/lessons/evidence.ts';
import { otherWords, ownWords, verdictWords } from '@/lib/lessons/evidence-words.ts';
import type { Measure } from '@/lib/measures/measure.ts';
import style from '../training.module.css';

interface EvidenceProps {
  measure: Measure;
  evidence: LessonEvidence;
  /** The incidents as the query of an address; null where they are not to be opened. */
  address: string | null;
  title?: string;
}

/** What the incidents of a lesson say, beside all others. */
export function Evidence({ measure, evidence, address, title = 'What speaks for it' }: EvidenceProps) {
  const { own } = evidence;
  return (
    <section className={style.section} aria-label={title}>
      <h2>{title}</h2>
      <p>
        <b>{ownWords(measure, evidence)}</b>; {otherWords(evidence)}.
      </p>
      <p>{verdictWords(evidence)}</p>
      <p className="note">
        {measure.label}: {measure.words.is}.{' '}
        {own && address !== null ? (
          <Link
            className="link"
            href={toHref('/incidents', address, `measure=${measure.id}`)}
            prefetch={false}
          >
            Open {formatCounted(own.of.denominator, 'incident')}
          </Link>
        ) : null}
      </p>
    </section>
  );
}
