import Link from 'next/link';
import table from '@/app/_ui/table/table.module.css';
import type { ListedTerm } from '@/db/reports/taxonomy.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { type EditableSet, UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { isMovable } from '@/lib/taxonomy/set-words.ts';
import { MoveButtons } from './move-buttons.tsx';
import own from './taxonomy.module.css';

interface TermTableProps {
  set: EditableSet;
  /** What the values are grouped by; null where they are not. */
  group: string | null;
  terms: readonly ListedTerm[];
}

/** The values of a vocabulary with how often each was coded. */
export function TermTable({ set, group, terms }: TermTableProps) {
  const movable = isMovable(set);
  const order = terms.filter(isInUse);
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <thead>
        <tr>
          <th scope="col">Label</th>
          {group ? <th scope="col">{group}</th> : null}
          {set === 'level' ? (
            <th scope="col" className={table.figure}>
              Rank
            </th>
          ) : null}
          <th scope="col" className={table.figure}>
            Incidents
          </th>
          <th scope="col" className={table.after}>
            State
          </th>
          <th scope="col">Id</th>
          {movable ? <th scope="col">Order</th> : null}
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.code}>
            <th scope="row" className={table.wrapped}>
              <Link className="link" href={`/settings/taxonomy/${set}/${term.id}`} prefetch={false}>
                {term.label}
              </Link>
            </th>
            {group ? <td data-label={group.toLowerCase()}>{term.group ?? '–'}</td> : null}
            {set === 'level' ? (
              <td className={table.figure} data-label="rank">
                {term.code === UNKNOWN_CODE || term.into ? '–' : term.rank}
              </td>
            ) : null}
            <td className={table.figure} data-label="incidents">
              {formatCount(term.incidents)}
            </td>
            <td className={`${table.wrapped} ${table.after}`}>{describeState(term)}</td>
            <td className={table.wrapped} data-label="id">
              {term.id}
            </td>
            {movable ? (
              <td className={own.last}>
                {isInUse(term) ? (
                  <MoveButtons
                    set={set}
                    id={term.id}
                    label={term.label}
                    isFirst={term === order[0]}
                    isLast={term === order.at(-1)}
                  />
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isInUse = ({ code, retired, into }: ListedTerm) => code !== UNKNOWN_CODE && !retired && into === null;

function describeState({ code, retired, into }: ListedTerm): string {
  if (into) return `counts as ${into.label}`;
  if (code === UNKNOWN_CODE) return 'what is not known';
  return retired ? 'retired' : 'in use';
}
