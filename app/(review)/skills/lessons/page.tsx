import type { Metadata } from 'next';
import Link from 'next/link';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import table from '@/app/_ui/table/table.module.css';
import { type IssueGroup, type LessonsReport, lessonsReport } from '@/db/reports/lessons.ts';
import { may } from '@/lib/access.ts';
import { formatCount, formatCounted } from '@/lib/charts/format.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { readLessonSearch } from '@/lib/lessons/lesson-search.ts';
import { ListDownload } from '../../list-download.tsx';
import inputs from '../inputs.module.css';
import { SearchForm } from '../search-form.tsx';
import { SkillsNav } from '../skills-nav.tsx';
import style from '../training.module.css';
import { LessonItem } from './lesson-item.tsx';

export const metadata: Metadata = { title: 'Lessons' };

export default async function LessonsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_skills');
  const search = readLessonSearch(await searchParams);
  const report = await lessonsReport(viewer, search);
  const { groups, retired, techniques, mayShare } = report;
  const isSearch = search.words !== '' || search.technique !== null;
  return (
    <Page>
      <SkillsNav viewer={viewer} path="/skills/lessons" />
      <header className={style.head}>
        <h1>{headline(report, isSearch)}</h1>
        <div className={inputs.buttons}>
          {mayShare ? (
            <ButtonLink href="/skills/lessons/new" kind="primary">
              Share a lesson
            </ButtonLink>
          ) : null}
          {search.words === '' ? (
            <ListDownload
              viewer={viewer}
              page="lessons"
              technique={search.technique}
              without={may(viewer, 'see_training') ? [] : ['unanswered']}
            />
          ) : null}
        </div>
      </header>
      <p className="quiet">
        Common issues and what resolves them, each with what speaks for it. On a day of its own each asks
        whether it is still true.
      </p>
      <SearchForm label="Search the lessons" given={search} techniques={techniques} />
      {groups.length === 0 ? <Nothing isSearch={isSearch} mayShare={mayShare} /> : null}
      {groups.map((group) => (
        <Issue key={group.trigger.code} group={group} periodWords={report.periodWords} />
      ))}
      <Unanswered report={report} />
      {retired.length > 0 ? (
        <details className={inputs.edit}>
          <summary>{formatCounted(retired.length, 'lesson')} found to be true no more</summary>
          <ul className={style.cards}>
            {retired.map((entry) => (
              <LessonItem key={entry.lesson.lessonId} entry={entry} />
            ))}
          </ul>
        </details>
      ) : null}
    </Page>
  );
}

function headline({ found, groups }: LessonsReport, isSearch: boolean): string {
  if (found === 0) return isSearch ? 'No lesson found' : 'No lesson is shared yet';
  const asking = groups.flatMap(({ lessons }) => lessons).filter(({ asks }) => asks).length;
  const asks = asking === 1 ? ' asks' : ' ask';
  const words = formatCounted(found, 'lesson');
  if (isSearch) return `${words} found`;
  return asking === 0 ? words : `${words}, ${formatCount(asking)}${asks} whether still true`;
}

function Nothing({ isSearch, mayShare }: { isSearch: boolean; mayShare: boolean }) {
  if (isSearch) {
    return (
      <Empty sentence="No lesson has these words. Fewer words, or none, find more.">
        <ButtonLink href="/skills/lessons">All lessons</ButtonLink>
      </Empty>
    );
  }
  return (
    <Empty
      sentence={
        mayShare
          ? 'A lesson says what worked, with the incidents that speak for it: choose them by filters, say what to do, and share it with teams.'
          : 'Trainers share what worked; what went to your teams is listed here.'
      }
    />
  );
}

function Issue({ group, periodWords }: { group: IssueGroup; periodWords: string }) {
  const { trigger, incidents, lessons } = group;
  const id = `issue-${trigger.id}`;
  return (
    <section className={style.section} aria-labelledby={id}>
      <h2 id={id}>{trigger.label}</h2>
      {incidents === null ? null : (
        <p className="note">
          <Link className="link" href={`/incidents?trigger=${trigger.id}`} prefetch={false}>
            {formatCounted(incidents, 'incident')}
          </Link>{' '}
          {periodWords}
        </p>
      )}
      <ul className={style.cards}>
        {lessons.map((entry) => (
          <LessonItem key={entry.lesson.lessonId} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Unanswered({ report: { unanswered, periodWords, mayShare } }: { report: LessonsReport }) {
  if (unanswered.length === 0) return null;
  return (
    <section className={style.section} aria-labelledby="unanswered">
      <h2 id="unanswered">Common issues without a lesson</h2>
      <p className="note">{periodWords}</p>
      <table className={`${table.table} ${style.issues}`}>
        <caption className="unseen">Common issues without a lesson</caption>
        <thead>
          <tr>
            <th scope="col">Issue</th>
            <th scope="col" className={table.figure}>
              Incidents
            </th>
            {mayShare ? (
              <th scope="col">
                <span className="unseen">Share</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {unanswered.map(({ id, label, incidents }) => (
            <tr key={id}>
              <th scope="row" className={table.wrapped}>
                {label}
              </th>
              <td className={table.figure}>
                <Link className="link" href={`/incidents?trigger=${id}`} prefetch={false}>
                  {formatCount(incidents)}
                  <span className="unseen"> incidents of {label}</span>
                </Link>
              </td>
              {mayShare ? (
                <td className={table.after}>
                  <Link className="link" href={`/skills/lessons/new?trigger=${id}`} prefetch={false}>
                    Share a lesson<span className="unseen"> about {label}</span>
                  </Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
