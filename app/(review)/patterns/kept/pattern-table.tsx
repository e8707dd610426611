import Link from 'next/link';
import { Sparkline } from '@/app/_ui/charts/sparkline.tsx';
import table from '@/app/_ui/table/table.module.css';
import type { PatternSummary } from '@/db/reports/kept-patterns.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { PATTERN_STATUS_LABELS } from '@/lib/patterns/pattern-status.ts';
import style from '../patterns.module.css';
import { StateWords } from '../state-words.tsx';

/** The kept patterns with how each stands now. */
export function PatternTable({ patterns }: { patterns: readonly PatternSummary[] }) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <caption className="unseen">Kept patterns</caption>
      <thead>
        <tr>
          <th scope="col">Pattern</th>
          <th scope="col">State now</th>
          <th scope="col">Status</th>
          <th scope="col">Owner</th>
          <th scope="col">Measure</th>
          <th scope="col">
            <span className="unseen">Course</span>
          </th>
          <th scope="col" className={table.figure}>
            Incidents
          </th>
        </tr>
      </thead>
      <tbody>
        {patterns.map((pattern) => (
          <Row key={pattern.patternId} pattern={pattern} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ pattern }: { pattern: PatternSummary }) {
  const { patternId, name, about, state, status, owner, measure, spark, shown, keptOn } = pattern;
  return (
    <tr>
      <th scope="row" className={`${table.wrapped} ${style.name}`}>
        <Link className="link" href={`/patterns/${patternId}`} prefetch={false}>
          {name}
        </Link>
        <span className="note">{about}</span>
      </th>
      <td className={table.wrapped}>
        <StateWords state={state} />
      </td>
      <td>{PATTERN_STATUS_LABELS[status]}</td>
      <td className={table.wrapped}>
        {owner}
        <span className={`note ${style.kept}`}>kept {keptOn}</span>
      </td>
      <td className={table.wrapped}>{measure}</td>
      <td className={style.spark}>
        <Sparkline chart={spark} name={measure} width={120} height={28} />
      </td>
      <td className={table.figure} data-label="Incidents">
        {formatCount(shown)}
      </td>
    </tr>
  );
}
