import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import type { TableImport } from '@/db/reports/table-imports.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCount } from '@/lib/charts/format.ts';

interface ImportTableProps {
  runs: readonly TableImport[];
  timeZone: string;
  /** The address of the page; that of an import follows it. */
  at: string;
}

/** The files that came in so far; each leads to what became of its rows. */
export function ImportTable({ runs, timeZone, at }: ImportTableProps) {
  if (runs.length === 0) return <p className="quiet">No file has come in yet.</p>;
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">When, {timeZone}</th>
          {COUNTS.map(({ label }) => (
            <th key={label} scope="col" className={table.figure}>
              {label}
            </th>
          ))}
          <th scope="col" className={table.after}>
            State
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row" className={table.wrapped}>
              <Link href={`${at}/imports/${run.id}`} className="link" prefetch={false}>
                {run.fileName}
              </Link>
            </th>
            <td>{describeInstant(run.startedAt, timeZone)}</td>
            {COUNTS.map(({ label, of }) => (
              <td key={label} className={table.figure} data-label={label}>
                {formatCount(of(run))}
              </td>
            ))}
            <td className={table.after}>{run.undoneAt === null ? 'Done' : 'Undone'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const COUNTS: readonly { label: string; of: (run: TableImport) => number }[] = [
  { label: 'Read', of: ({ counts }) => counts.read },
  { label: 'Created', of: ({ counts }) => counts.created },
  { label: 'Updated', of: ({ counts }) => counts.updated },
  { label: 'Unchanged', of: ({ counts }) => counts.unchanged },
  { label: 'Merged', of: ({ counts }) => counts.merged },
  { label: 'Rejected', of: ({ counts }) => counts.rejected },
];
