import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { newSessionReport } from '@/db/reports/training-choices.ts';
import { inSentence } from '@/lib/charts/sentence-words.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { readLessonSearch } from '@/lib/lessons/lesson-search.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import { Crumb } from '../../../crumb.tsx';
import { SessionForm } from './session-form.tsx';

export const metadata: Metadata = { title: 'Plan a session' };

export default async function NewSessionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('train');
  const params = await searchParams;
  const given = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const report = await newSessionReport(viewer, {
    technique: readLessonSearch(given).technique,
    team: toRowNumber(given.get('team') ?? ''),
  });
  const { technique, team, modules, teams } = report;
  return (
    <Page>
      <Crumb href="/skills/training" label="Training" />
      <h1>Plan a session</h1>
      <p className="quiet">{whyWords(technique?.label ?? null, team?.name ?? null)}</p>
      {modules.length === 0 || teams.length === 0 ? (
        <Empty
          sentence={
            teams.length === 0
              ? 'Your account looks after no team. An administrator can give it some, in the settings under Accounts.'
              : 'A session is one of a module, and there is none yet. Make the module first: what is practised, and for which techniques.'
          }
        >
          {teams.length > 0 ? (
            <ButtonLink href={moduleHref(technique?.id ?? null)} kind="primary">
              Make a module
            </ButtonLink>
          ) : null}
        </Empty>
      ) : (
        <SessionForm report={report} module={toRowNumber(given.get('module') ?? '')} />
      )}
    </Page>
  );
}

function moduleHref(technique: string | null): string {
  return technique === null
    ? '/skills/training/modules/new'
    : `/skills/training/modules/new?technique=${technique}`;
}

function whyWords(technique: string | null, team: string | null): string {
  if (technique === null && team === null)
    return 'A module on a day, for one team or several. Everybody of these teams is asked; who came is marked afterwards.';
  const what = technique === null ? '' : ` in ${inSentence(technique)}`;
  const who = team === null ? '' : ` of ${team}`;
  return `For the gap${what}${who}. Everybody of the teams is asked; who came is marked afterwards.`;
}
