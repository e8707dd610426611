import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { FormAnswer } from '@/app/_ui/form/use-sent-form.ts';
import table from '@/app/_ui/table/table.module.css';
import type { SessionRow } from '@/db/reports/accounts.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';

interface SessionTableProps {
  sessions: readonly SessionRow[];
  timeZone: string;
  end: (before: FormAnswer<null> | null, form: FormData) => Promise<FormAnswer<null>>;
}

/** Where somebody is signed in, each with a way to end it. */
export function SessionTable({ sessions, timeZone, end }: SessionTableProps) {
  if (sessions.length === 0) return <p className="quiet">Nowhere at present.</p>;
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Address</th>
          <th scope="col">Signed in</th>
          <th scope="col">Last seen</th>
          <th scope="col">
            <span className="unseen">End</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row">{session.browser}</th>
            <td data-label="from">{session.address ?? <span className="quiet">not known</span>}</td>
            <td data-label="since">{describeInstant(session.madeAt, timeZone)}</td>
            <td data-label="last seen">{describeInstant(session.lastSeenAt, timeZone)}</td>
            <td>
              {session.isThis ? (
                <span className="quiet">this session</span>
              ) : (
                <OneButtonForm action={end} fields={{ session: session.id }} label="End" during="Ending" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
