import Link from 'next/link';
import type { SetAsideReport } from '@/db/reports/set-aside.ts';
import style from './set-aside.module.css';

/** What was set aside, why, by whom and when; each row leads to its incident, where it can be undone. */
export function SetAsideTable({ report: { rows } }: { report: SetAsideReport }) {
  return (
    <table className={style.table}>
      <caption className="unseen">Incidents that are set aside, the latest first</caption>
      <thead>
        <tr>
          <th scope="col">Incident</th>
          <th scope="col">Occurred</th>
          <th scope="col">Trigger</th>
          <th scope="col">Set aside as</th>
          <th scope="col">Reason</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <th scope="row">
              <Link href={`/incidents/${row.number}`} className="link" prefetch={false}>
                {row.name}
              </Link>
            </th>
            <td>{row.occurred}</td>
            <td>{row.trigger}</td>
            <td>
              {row.label}
              {row.sameAs ? (
                <>
                  :{' '}
                  <Link href={`/incidents/${row.sameAs.number}`} className="link" prefetch={false}>
                    {row.sameAs.name}
                  </Link>
                </>
              ) : null}
            </td>
            <td className={style.reason}>{row.reason || <span className="quiet">removed</span>}</td>
            <td>
              {row.by}
              <div className="note">{row.when}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
