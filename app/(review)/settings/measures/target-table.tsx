import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import type { ShownTarget } from '@/db/reports/measure-settings.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { describeTarget } from '@/lib/measures/target-words.ts';

/** Every target that is in sight, past and to come. */
export function TargetTable({ targets }: { targets: readonly ShownTarget[] }) {
  if (targets.length === 0) return <p>No target is set yet.</p>;
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">For</th>
          <th scope="col">Target</th>
          <th scope="col">From</th>
          <th scope="col">Last day</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="unseen">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <tr key={target.targetId}>
            <th scope="row">{MEASURES[target.measure].label}</th>
            <td className={table.wrapped}>{target.teamName ?? 'the workspace'}</td>
            <td>{describeTarget(MEASURES[target.measure], target.value)}</td>
            <td data-label="From">{formatDate(target.from)}</td>
            <td data-label="Last day">{target.until ? formatDate(shiftDays(target.until, -1)) : '–'}</td>
            <td>{STATES[target.state]}</td>
            <td>{target.mayChange ? <ChangeLink target={target} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const STATES: Record<ShownTarget['state'], string> = {
  holds: 'Holds',
  to_come: 'To come',
  over: 'Over',
};

function ChangeLink({ target }: { target: ShownTarget }) {
  const of = `${MEASURES[target.measure].label}, ${target.teamName ?? 'the workspace'}, from ${formatDate(target.from)}`;
  return (
    <Link className="link" href={`/settings/measures/targets/${target.targetId}`} prefetch={false}>
      Change<span className="unseen"> the target of {of}</span>
    </Link>
  );
}
