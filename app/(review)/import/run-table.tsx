import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import { type ImportState, type ImportSummary, incidentsOf } from '@/lib/analysis/import-summary.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { findMapping } from '@/lib/intake/mappings.ts';
import style from './import.module.css';

/** The imports so far; each leads to its own page. */
export function RunTable({ runs, timeZone }: { runs: readonly ImportSummary[]; timeZone: string }) {
  if (runs.length === 0) return <p className="quiet">Nothing has been imported yet.</p>;
  return (
    <table className={`${table.table} ${style.runs}`}>
      <thead>
        <tr>
          <th scope="col">Import</th>
          <th scope="col">Started</th>
          <th scope="col">Mapping</th>
          <th scope="col">State</th>
          {COUNTS.map(({ label }) => (
            <th key={label} scope="col" className={table.figure}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <Link href={`/import/${run.id}`} className="link" prefetch={false}>
                {run.fileName}
              </Link>
            </th>
            <td>{describeInstant(run.startedAt, timeZone)}</td>
            <td>{findMapping(run.mapping)?.label ?? run.mapping}</td>
            <td>{STATE_LABELS[run.state]}</td>
            {COUNTS.map(({ label, of }) => (
              <td key={label} className={table.figure} data-label={label}>
                {formatCount(of(run))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const STATE_LABELS: Record<ImportState, string> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
};

const COUNTS: readonly { label: string; of: (run: ImportSummary) => number }[] = [
  { label: 'Read', of: ({ counts }) => counts.read },
  { label: 'Incidents', of: ({ counts }) => incidentsOf(counts) },
  { label: 'Created', of: ({ counts }) => counts.created },
  { label: 'Updated', of: ({ counts }) => counts.updated },
  { label: 'Unchanged', of: ({ counts }) => counts.unchanged },
  { label: 'Merged', of: ({ counts }) => counts.merged },
  { label: 'Rejected', of: ({ counts }) => counts.rejected },
];
