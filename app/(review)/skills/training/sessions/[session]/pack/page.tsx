import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { sessionReport } from '@/db/reports/training-session.ts';
import { NotFound } from '@/lib/errors.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import { Crumb } from '../../../../crumb.tsx';
import { CoverSheet } from './cover-sheet.tsx';
import { CustomerSheet } from './customer-sheet.tsx';
import { ObserverSheet } from './observer-sheet.tsx';
import style from './pack.module.css';
import { PrintButton } from './print-button.tsx';

export const metadata: Metadata = { title: 'Session pack' };

export default async function PackPage({ params }: { params: Promise<{ session: string }> }) {
  const viewer = await requireRight('see_training');
  const sessionId = toRowNumber((await params).session);
  if (sessionId === null) notFound();
  const report = await sessionReport(viewer, sessionId).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { session, material } = report;
  return (
    <Page>
      <div className={style.above}>
        <Crumb href={`/skills/training/sessions/${sessionId}`} label={session.module} />
        <p>
          <PrintButton /> A cover, and for each card one sheet for the customer and one for whoever observes.
          A4 and Letter alike.
        </p>
      </div>
      <div className={style.pack}>
        <CoverSheet report={report} />
        {material.map((card, index) => (
          <div key={card.scenarioId}>
            <CustomerSheet card={card} number={index + 1} />
            <ObserverSheet card={card} number={index + 1} />
          </div>
        ))}
      </div>
    </Page>
  );
}
