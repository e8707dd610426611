import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import type { EventsReport } from '@/db/reports/events.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { windowOf } from '@/lib/filters/local-dates.ts';
import { EVENT_KIND_LABELS } from '@/lib/taxonomy/event-kinds.ts';

/** The events, the latest first. */
export function EventTable({ events }: Pick<EventsReport, 'events'>) {
  if (events.length === 0) return <p>No event is noted yet.</p>;
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">What happened</th>
          <th scope="col">When</th>
          <th scope="col">Kind</th>
          <th scope="col">Teams</th>
          <th scope="col">
            <span className="unseen">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ eventId, label, day, lastDay, kind, teams }) => (
          <tr key={eventId}>
            <th scope="row" className={table.wrapped}>
              {label}
            </th>
            <td>{windowWords(windowOf({ firstDay: day, lastDay: lastDay ?? day }))}</td>
            <td>{EVENT_KIND_LABELS[kind]}</td>
            <td className={table.wrapped}>
              {teams.length === 0 ? 'All' : teams.map(({ name }) => name).join(', ')}
            </td>
            <td>
              <Link className="link" href={`/settings/events/${eventId}`} prefetch={false}>
                Change<span className="unseen"> {label}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
