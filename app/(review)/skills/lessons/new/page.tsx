import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { Bars } from '@/app/(review)/bars.tsx';
import { newLessonReport } from '@/db/reports/lesson.ts';
import { withComparison } from '@/lib/filters/edit-filters.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { toLessonMeasure } from '@/lib/lessons/lesson-measures.ts';
import { Crumb } from '../../crumb.tsx';
import { Evidence } from '../evidence.tsx';
import { LessonForm } from './lesson-form.tsx';
import { MeasureChoice } from './measure-choice.tsx';

export const metadata: Metadata = { title: 'Share a lesson' };

const PATH = '/skills/lessons/new';

export default async function NewLessonPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('train');
  const filters = withComparison(parseFilters(await searchParams), { kind: 'none' });
  const measure = toLessonMeasure(filters.measure);
  const report = await newLessonReport(viewer, filters, measure);
  const { frame, trigger, choices, address } = report;
  return (
    <>
      <Bars frame={frame} path={PATH} kept={`measure=${measure}`} />
      <Page>
        <Crumb href="/skills/lessons" label="Lessons" />
        <h1>Share a lesson</h1>
        <p className="quiet">
          Choose by filters the incidents in which it was done, such as those where a technique was handled
          effectively. They are set against all others of the same days and teams.
        </p>
        <MeasureChoice path={PATH} query={frame.query} chosen={measure} />
        <Evidence measure={report.measure} evidence={report.evidence} address={address} />
        {address === null ? null : (
          <LessonForm
            key={`${frame.query} ${measure}`}
            query={frame.query}
            measure={measure}
            trigger={trigger}
            choices={choices}
          />
        )}
      </Page>
    </>
  );
}
