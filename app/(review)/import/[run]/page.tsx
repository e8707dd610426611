import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { type ImportReport, importReport } from '@/db/reports/imports.ts';
import { may } from '@/lib/access.ts';
import { describeImport, PROBLEM_KINDS } from '@/lib/analysis/import-summary.ts';
import { NotFound } from '@/lib/errors.ts';
import style from '../import.module.css';
import { Problems } from './problems.tsx';
import { Result } from './result.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunProgress } from './run-progress.tsx';

interface ImportRunPageProps {
  params: Promise<{ run: string }>;
  searchParams: Promise<{ kind?: string | string[]; page?: string | string[] }>;
}

export async function generateMetadata({ params }: ImportRunPageProps): Promise<Metadata> {
  return { title: `Import ${(await params).run}` };
}

export default async function ImportRunPage({ params, searchParams }: ImportRunPageProps) {
  const viewer = await requireRight('import');
  const { run } = await params;
  const { kind, page } = await searchParams;
  const asked = { kind: PROBLEM_KINDS.find((each) => each === kind) ?? null, page: toPage(page) };
  const report = await importReport(viewer, toNumber(run), asked).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const mayOpen = { reports: may(viewer, 'see_reports'), incidents: may(viewer, 'see_incidents') };
  return <Import report={report} mayOpen={mayOpen} />;
}

interface ImportProps {
  report: ImportReport;
  mayOpen: { reports: boolean; incidents: boolean };
}

function Import({ report, mayOpen }: ImportProps) {
  const { run, timeZone, counts, shown, reach } = report;
  return (
    <>
      <Page>
        <p>
          <PageLink href="/import" className="link">
            ‹ Import
          </PageLink>
        </p>
        <h1>{run.fileName}</h1>
        {run.state === 'running' ? (
          <RunProgress run={run} />
        ) : (
          <>
            <p className={run.state === 'failed' ? style.failed : 'quiet'}>{describeImport(run)}</p>
            <Result run={run} reach={reach} mayOpen={mayOpen} />
          </>
        )}
        <RunFacts report={report} />
        {shown ? <Problems runId={run.id} at={`/import/${run.id}`} counts={counts} shown={shown} /> : null}
      </Page>
      <Footer>
        <span>Times in {timeZone}.</span>
      </Footer>
    </>
  );
}

const LARGEST_NUMBER = 2_147_483_647;

function toNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > LARGEST_NUMBER) notFound();
  return Number(text);
}

function toPage(text: string | string[] | undefined): number {
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
