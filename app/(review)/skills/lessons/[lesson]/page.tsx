import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { type LessonReport, lessonReport } from '@/db/reports/lesson.ts';
import { formatDate, formatFraction, formatList } from '@/lib/charts/format.ts';
import { NotFound } from '@/lib/errors.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import { Crumb } from '../../crumb.tsx';
import inputs from '../../inputs.module.css';
import style from '../../training.module.css';
import { Evidence } from '../evidence.tsx';
import { ChangeLessonForm } from './change-lesson-form.tsx';
import { StillTrue } from './still-true.tsx';

export const metadata: Metadata = { title: 'Lesson' };

export default async function LessonPage({ params }: { params: Promise<{ lesson: string }> }) {
  const viewer = await requireRight('see_skills');
  const lessonId = toRowNumber((await params).lesson);
  if (lessonId === null) notFound();
  const report = await lessonReport(viewer, lessonId).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { lesson, measure, evidence, now, about, mayChange, choices } = report;
  return (
    <Page>
      <Crumb href="/skills/lessons" label="Lessons" />
      <h1>{lesson.title}</h1>
      <Facts report={report} />
      <dl className={style.parts}>
        <dt>The issue</dt>
        <dd>{lesson.issue}</dd>
        <dt>What resolves it</dt>
        <dd>{lesson.resolution}</dd>
      </dl>
      <Evidence
        measure={measure}
        evidence={evidence}
        address={now === null ? null : lesson.evidence}
        title="What spoke for it when it was shared"
      />
      <p className="note">{about}.</p>
      {now === null ? (
        <p className="note">
          Its incidents are of teams that you do not see all of, so they are not opened here.
        </p>
      ) : (
        <Evidence
          measure={measure}
          evidence={now.evidence}
          address={now.query}
          title={`What the same incidents say now, ${now.words}`}
        />
      )}
      {mayChange && now !== null ? <StillTrue report={report} /> : null}
      <Answers report={report} />
      {mayChange ? (
        <details className={inputs.edit}>
          <summary>Change the lesson</summary>
          <ChangeLessonForm key={lesson.version} lesson={lesson} choices={choices} />
        </details>
      ) : null}
    </Page>
  );
}

function Facts({ report: { lesson, sharedBy, sharedOn, asks } }: { report: LessonReport }) {
  const { trigger, techniques, teams, toAll, askOn, retiredOn } = lesson;
  return (
    <p className={style.facts}>
      <span>{trigger.label}</span>
      {techniques.length > 0 ? <span>{formatList(techniques.map(({ label }) => label))}</span> : null}
      <span>
        Shared by {sharedBy}, {sharedOn},{' '}
        {toAll ? 'with all teams' : `with ${formatList(teams.map(({ name }) => name)) || 'other teams'}`}
      </span>
      <span>
        {retiredOn === null
          ? asks
            ? `Asks since ${formatDate(askOn)} whether it is still true`
            : `Asks again on ${formatDate(askOn)}`
          : `Found to be true no more on ${formatDate(retiredOn)}`}
      </span>
    </p>
  );
}

function Answers({ report: { checks, measure } }: { report: LessonReport }) {
  if (checks.length === 0) return null;
  return (
    <section className={style.section} aria-labelledby="answers">
      <h2 id="answers">Asked before</h2>
      <ul className={style.lines}>
        {checks.map(({ checkId, answer, note, of, by, on }) => (
          <li key={checkId}>
            <b>{answer === 'yes' ? 'Still true' : 'True no more'}</b>
            <span>
              {formatFraction(of.numerator, of.denominator)} {measure.words.numerator}
            </span>
            <span className="note">
              {by}, {on}
            </span>
            {note === null ? null : <span className={style.text}>{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
