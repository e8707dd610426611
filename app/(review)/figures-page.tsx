import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { Boundary } from '@/app/_ui/frame/boundary.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import type { EmptyAdvice, FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import { Bars } from './bars.tsx';
import { HeadingLine, HeadingSkeleton } from './heading-line.tsx';
import { NothingMatches, NothingYet } from './nothing.tsx';

/** What every report of panels says of its filters. */
export interface CountedReport {
  frame: FrameModel;
  /** How the page stands beside its filters, as a query. */
  kept: string;
  heading: Promise<HeadingModel>;
  /** What filters that leave nothing could be without; null where something is left. */
  advice: Promise<EmptyAdvice | null>;
}

interface FiguresPageProps {
  report: CountedReport;
  path: string;
  mayImport: boolean;
  /** The places of the figures while it is not known whether there are any. */
  waiting: ReactNode;
  children: ReactNode;
  /** What the foot says besides. */
  foot?: ReactNode;
}

/** Bars, what is shown of how much, and the figures; filters that leave nothing get one answer, not one for each panel. */
export function FiguresPage({ report, path, mayImport, waiting, children, foot }: FiguresPageProps) {
  const { frame } = report;
  return (
    <>
      <Bars frame={frame} path={path} kept={report.kept} />
      <Page>
        {frame.coverage ? (
          <Figures report={report} path={path} waiting={waiting}>
            {children}
          </Figures>
        ) : (
          <NothingYet mayImport={mayImport} />
        )}
      </Page>
      <Footer>
        {frame.coverage ? foot : null}
        <span>Times in {frame.timeZone}.</span>
        <Link href="/methods" prefetch={false}>
          How Lookback decides what is real
        </Link>
      </Footer>
    </>
  );
}

type FiguresProps = Pick<FiguresPageProps, 'report' | 'path' | 'waiting' | 'children'>;

function Figures({ report, path, waiting, children }: FiguresProps) {
  return (
    <>
      <Boundary
        happened="The incidents could not be counted"
        kept="Your filters and period are kept in the address."
      >
        <Suspense fallback={<HeadingSkeleton />}>
          <HeadingLine report={report} path={path} />
        </Suspense>
      </Boundary>
      <Boundary
        happened="The figures could not be computed"
        kept="Your filters and period are kept in the address."
      >
        <Suspense fallback={waiting}>
          <UnlessNone report={report} path={path}>
            {children}
          </UnlessNone>
        </Suspense>
      </Boundary>
    </>
  );
}

async function UnlessNone({ report, path, children }: Omit<FiguresProps, 'waiting'>) {
  const advice = await report.advice;
  return advice ? (
    <NothingMatches advice={advice} frame={report.frame} path={path} kept={report.kept} />
  ) : (
    children
  );
}
