import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { retentionReport } from '@/db/reports/retention.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { RETENTION_LABELS } from '@/lib/privacy/retention.ts';
import { parseProposal } from '@/lib/workspace/retention-form.ts';
import style from '../settings.module.css';
import { describeRemoved } from './describe-removed.ts';
import { ExpiredTable } from './expired-table.tsx';
import { PeriodsForm } from './periods-form.tsx';
import { SavePeriods } from './save-periods.tsx';

export const metadata: Metadata = { title: 'Retention' };

interface RetentionPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** How long things are kept, and what would go today by these periods or by others, before anything does. */
export default async function RetentionPage({ searchParams }: RetentionPageProps) {
  const viewer = await requireRight('administer');
  const params = await searchParams;
  const { version, retention, timeZone, last, expired, wanted } = await retentionReport(
    viewer,
    (current) => parseProposal(params, current).proposed,
  );
  const { ignored } = parseProposal(params, retention);
  const isProposed = JSON.stringify(wanted) !== JSON.stringify(retention);
  return (
    <>
      <h1>Retention</h1>
      <p className="quiet">
        What is older than its period goes at night, after two o’clock in {timeZone}. Without a period it is
        kept for good.{' '}
        {last
          ? `Last done ${describeInstant(last.finishedAt.getTime(), timeZone)}: ${describeRemoved(last.removed)}`
          : 'It has not been done yet.'}
      </p>
      <section className={style.section} aria-labelledby="periods">
        <h2 id="periods">Periods</h2>
        <PeriodsForm key={JSON.stringify(wanted)} periods={wanted} />
        {ignored.length > 0 ? (
          <p role="status">
            Left as it is, since it is no number of months from 1 to 600:{' '}
            {ignored.map((kind) => RETENTION_LABELS[kind].toLowerCase()).join(', ')}.
          </p>
        ) : null}
      </section>
      <section className={style.section} aria-labelledby="expired">
        <h2 id="expired">{isProposed ? 'What would go by these periods' : 'What is to go'}</h2>
        <ExpiredTable expired={expired} />
        {isProposed ? (
          <SavePeriods key={version} version={version} periods={wanted} expired={expired} />
        ) : null}
      </section>
    </>
  );
}
