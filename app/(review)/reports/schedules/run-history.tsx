import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import type { ListedRun, RunResult } from '@/db/reports/report-schedules.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCounted, NOTHING_KNOWN } from '@/lib/charts/format.ts';
import style from '../reports.module.css';
import { RefreshUntil } from './refresh-until.tsx';

interface RunHistoryProps {
  name: string;
  runs: readonly ListedRun[];
  timeZone: string;
}

/** What came of a schedule, the newest first. */
export function RunHistory({ name, runs, timeZone }: RunHistoryProps) {
  if (runs.length === 0) return <p className="note">It has not run yet.</p>;
  return (
    <>
      <RefreshUntil isDone={runs.every(({ result }) => result !== 'making')} />
      <table className={`${table.table} ${style.list}`}>
        <caption className="unseen">Runs of {name}</caption>
        <thead>
          <tr>
            <th scope="col">Due</th>
            <th scope="col">Result</th>
            <th scope="col">Report</th>
            <th scope="col">What came of it</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.runId}>
              <td>{describeInstant(run.dueAt, timeZone)}</td>
              <td data-label="Result">{RESULT_WORDS[run.result]}</td>
              <td data-label="Report">
                {run.code && run.isKept ? (
                  <Link href={`/reports/${run.code}`} className="link" prefetch={false}>
                    {run.code}
                  </Link>
                ) : (
                  (run.code ?? NOTHING_KNOWN)
                )}
              </td>
              <td className={table.wrapped}>{wordsOf(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const RESULT_WORDS: Readonly<Record<RunResult, string>> = {
  making: 'Making',
  sent: 'Sent',
  skipped: 'Skipped',
  failed: 'Failed',
  refused: 'Refused',
};

function wordsOf({ words, isAsked, missed }: ListedRun): string {
  return [
    words ?? '',
    isAsked ? 'Run by hand.' : '',
    missed > 0 ? `${formatCounted(missed, 'time')} before it passed while Lookback was off.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
