import type { IncidentsReport } from '@/db/reports/incidents.ts';
import { describeClock } from '@/lib/analysis/moment-words.ts';
import { formatCounted } from '@/lib/charts/format.ts';

/** Says that there is more than the list has, and leads to the same list as it is by now. */
export function NewerNote({
  report: { newer, heading, frame },
  href,
}: {
  report: IncidentsReport;
  href: string;
}) {
  if (newer === 0) return null;
  return (
    <p className="note" role="status">
      {formatCounted(newer, 'incident')} newer or changed since {describeClock(heading.asOf, frame.timeZone)},{' '}
      <a href={href}>refresh</a>
    </p>
  );
}
