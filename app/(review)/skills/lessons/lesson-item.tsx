import Link from 'next/link';
import type { LessonEntryShown } from '@/db/reports/lessons.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { ownWords } from '@/lib/lessons/evidence-words.ts';
import { toLessonMeasure } from '@/lib/lessons/lesson-measures.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import style from '../training.module.css';

/** A lesson in the list: the issue, what resolves it, and what speaks for that. */
export function LessonItem({ entry }: { entry: LessonEntryShown }) {
  const { lesson, sharedBy, sharedOn, evidence, asks } = entry;
  const { lessonId, title, issue, resolution, measure, askOn, retiredOn } = lesson;
  return (
    <li className={style.card}>
      <h3 className={style.title}>
        <Link className="link" href={`/skills/lessons/${lessonId}`} prefetch={false}>
          {title}
        </Link>
      </h3>
      <p className={style.clamped}>{issue}</p>
      <p className={style.clamped}>
        <b>What resolves it:</b> {resolution}
      </p>
      <p className="note">
        {ownWords(MEASURES[toLessonMeasure(measure)], evidence)}. Shared by {sharedBy}, {sharedOn}.{' '}
        {retiredOn === null
          ? asks
            ? `Asks since ${formatDate(askOn)} whether it is still true.`
            : `Asks again on ${formatDate(askOn)}.`
          : `True until ${formatDate(retiredOn)}.`}
      </p>
    </li>
  );
}
