import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { Boundary } from '@/app/_ui/frame/boundary.tsx';
import { type Moment, momentFromNow, Part } from '@/app/_ui/frame/part.tsx';
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
  figures: (moment: Moment) => ReactNode;
  /** What the foot says besides. */
  foot?: (moment: Moment) => ReactNode;
}

/** Bars, what is shown of how much, and the figures; filters that leave nothing get one answer, not one for each panel. */
export function FiguresPage({ report, path, mayImport, waiting, figures, foot }: FiguresPageProps) {
  const { frame } = report;
  return (
    <>
      <Bars frame={frame} path={path} kept={report.kept} />
      {frame.coverage ? (
        <Figures report={report} path={path} waiting={waiting} figures={figures} foot={foot} />
      ) : (
        <>
          <Page>
            <NothingYet mayImport={mayImport} />
          </Page>
          <Foot timeZone={frame.timeZone} />
        </>
      )}
    </>
  );
}

function Foot({ timeZone, children }: { timeZone: string; children?: ReactNode }) {
  return (
    <Footer>
      {children}
      <span>Times in {timeZone}.</span>
      <Link href="/methods" prefetch={false}>
        How Lookback decides what is real
      </Link>
    </Footer>
  );
}

type FiguresProps = Pick<FiguresPageProps, 'report' | 'path' | 'waiting' | 'figures' | 'foot'>;

/** All of it in one place that is waited for, or its parts would appear in turns. */
function Figures({ report, path, waiting, figures, foot }: FiguresProps) {
  const { frame, heading, advice } = report;
  const moment = momentFromNow();
  const holding = (
    <>
      <Page>
        <HeadingSkeleton />
        {waiting}
      </Page>
      <Foot timeZone={frame.timeZone} />
    </>
  );
  return (
    <Suspense fallback={holding}>
      <Page>
        <Boundary
          happened="The incidents could not be counted"
          kept="Your filters and period are kept in the address."
        >
          <Part moment={moment} ready={heading} holding={<HeadingSkeleton />}>
            <HeadingLine report={report} path={path} />
          </Part>
        </Boundary>
        <Boundary
          happened="The figures could not be computed"
          kept="Your filters and period are kept in the address."
        >
          <Part moment={moment} ready={advice} holding={waiting}>
            <UnlessNone report={report} path={path}>
              {figures(moment)}
            </UnlessNone>
          </Part>
        </Boundary>
      </Page>
      <Foot timeZone={frame.timeZone}>{foot?.(moment)}</Foot>
    </Suspense>
  );
}

interface UnlessNoneProps extends Pick<FiguresProps, 'report' | 'path'> {
  children: ReactNode;
}

async function UnlessNone({ report, path, children }: UnlessNoneProps) {
  const advice = await report.advice;
  return advice ? (
    <NothingMatches advice={advice} frame={report.frame} path={path} kept={report.kept} />
  ) : (
    children
  );
}
