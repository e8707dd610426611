import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { requireRight } from '@/app/_server/session.ts';
import { Boundary } from '@/app/_ui/frame/boundary.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { goneReport } from '@/db/reports/gone-report.ts';
import { type KeptReport, keptReport } from '@/db/reports/kept-report.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { typedCode } from '@/lib/reports/report-code.ts';
import style from '../reports.module.css';
import { AsItWas } from './as-it-was.tsx';
import { AsNow } from './as-now.tsx';
import { Gone } from './gone.tsx';
import { ReportHead } from './report-head.tsx';

interface ReportPageProps {
  params: Promise<{ report: string }>;
  searchParams: Promise<{ with?: string | string[] }>;
}

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  return { title: `Report ${(await params).report}` };
}

/** A report as it was, and beside it what has changed since. */
export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const viewer = await requireRight('take_out');
  const code = typedCode((await params).report);
  const isCompared = (await searchParams).with === 'now';
  const kept = await findKept(viewer, code);
  if (!kept) {
    const gone = await goneReport(viewer, code);
    return gone ? <Gone gone={gone} /> : notFound();
  }
  return (
    <>
      <Page>
        <p>
          <Link href="/reports" className="link" prefetch={false}>
            ‹ Reports
          </Link>
        </p>
        <ReportHead kept={kept} />
        {isCompared && kept.notCompared ? <p role="note">{kept.notCompared}</p> : null}
        {isCompared && kept.pack && !kept.notCompared ? (
          <Boundary
            happened="The figures as they are now could not be made"
            kept="The report is kept as it was."
          >
            <Suspense fallback={<p className="quiet">Making the figures as they are now.</p>}>
              <AsNow viewer={viewer} code={code} then={kept.pack} />
            </Suspense>
          </Boundary>
        ) : null}
        {kept.pack ? <AsItWas pack={kept.pack} /> : null}
        {kept.pack && !isCompared ? (
          <p className={style.section}>
            <Link href={`/reports/${code}?with=now`} className="link" prefetch={false}>
              What has changed since
            </Link>
          </p>
        ) : null}
      </Page>
      <Footer>
        <span>Times in {kept.timeZone}.</span>
      </Footer>
    </>
  );
}

/** The report as it was; null where there is none that the viewer may open. */
async function findKept(viewer: Viewer, code: string): Promise<KeptReport | null> {
  try {
    return await keptReport(viewer, code);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
