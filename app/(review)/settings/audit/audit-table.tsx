import table from '@/app/_ui/table/table.module.css';
import type { ShownAuditRow } from '@/db/reports/audit-log.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';

/** Rows of the log, the newest first. */
export function AuditTable({ rows, timeZone }: { rows: readonly ShownAuditRow[]; timeZone: string }) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col" className={table.figure}>
            Row
          </th>
          <th scope="col">At</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Of</th>
          <th scope="col">Detail</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={table.figure}>{row.id}</td>
            <td>{describeInstant(row.at, timeZone)}</td>
            <td className={table.wrapped}>{row.actor}</td>
            <td className={table.wrapped}>{row.action}</td>
            <td className={table.wrapped}>{row.subject === row.actor ? '' : row.subject}</td>
            <td className={table.wrapped}>{row.detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
