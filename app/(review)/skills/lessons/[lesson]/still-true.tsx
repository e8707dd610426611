import type { LessonReport } from '@/db/reports/lesson.ts';
import { formatDate } from '@/lib/charts/format.ts';
import inputs from '../../inputs.module.css';
import style from '../../training.module.css';
import { StillTrueForm } from './still-true-form.tsx';

/** Asks whether a lesson is still true: in front when its day has come, else behind a word. */
export function StillTrue({ report: { lesson, asks, choices } }: { report: LessonReport }) {
  const form = (
    <StillTrueForm
      key={lesson.version}
      known={{ lessonId: lesson.lessonId, version: lesson.version }}
      askOn={choices.askOn}
    />
  );
  if (!asks) {
    return (
      <details className={inputs.edit}>
        <summary>
          {lesson.retiredOn === null
            ? `Asks again on ${formatDate(lesson.askOn)}: answer before`
            : 'Is it true again?'}
        </summary>
        {form}
      </details>
    );
  }
  return (
    <section className={style.section} aria-labelledby="still-true">
      <h2 id="still-true">Is it still true?</h2>
      {form}
    </section>
  );
}
