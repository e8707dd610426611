import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import type { GoneReport } from '@/db/reports/gone-report.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import style from '../reports.module.css';

/** What became of a report of one's own, and what can be done. */
export function Gone({ gone: { code, askedAt, removedAt, days, timeZone } }: { gone: GoneReport }) {
  const moment = (at: number) => describeInstant(at, timeZone);
  return (
    <Page>
      <h1>{code} is no longer kept</h1>
      <p>
        {removedAt === null
          ? `It is of ${moment(askedAt)}. Reports are kept for ${formatCounted(days, 'day')}, and its time is over.`
          : `You removed it on ${moment(removedAt)}. It was of ${moment(askedAt)}.`}{' '}
        Its figures and its file are gone.
      </p>
      <p>
        The filters and the period on its first page make it again from the data as it is now: open the page
        that it names, set them, and choose “Download”.
      </p>
      <p className={style.section}>
        <PageLink href="/" className="link">
          Go to the overview
        </PageLink>
      </p>
    </Page>
  );
}
