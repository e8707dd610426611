import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { newModuleReport } from '@/db/reports/training-choices.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { readLessonSearch } from '@/lib/lessons/lesson-search.ts';
import { Crumb } from '../../../crumb.tsx';
import { ModuleForm } from '../../module-form.tsx';

export const metadata: Metadata = { title: 'Make a module' };

export default async function NewModulePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('train');
  const { technique } = readLessonSearch(await searchParams);
  const { techniques } = await newModuleReport(viewer);
  return (
    <Page>
      <Crumb href="/skills/training" label="Training" />
      <h1>Make a module</h1>
      <p className="quiet">
        What can be trained again and again. Sessions of it are planned for teams, on a day.
      </p>
      <ModuleForm
        module={null}
        techniques={techniques}
        first={techniques.find(({ id }) => id === technique)?.code ?? null}
      />
    </Page>
  );
}
