import { cellWords, isFigure } from '@/app/_ui/table/cell-words.ts';
import table from '@/app/_ui/table/table.module.css';
import { reportAsNow } from '@/db/reports/kept-report.ts';
import type { Viewer } from '@/lib/access.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCount, formatCounted } from '@/lib/charts/format.ts';
import type { Pack } from '@/lib/packs/pack.ts';
import { scopeWords } from '@/lib/packs/pack-scope.ts';
import type { ChangedPanel } from '@/lib/reports/compare-packs.ts';
import style from '../reports.module.css';

interface AsNowProps {
  viewer: Viewer;
  code: string;
  then: Pack;
}

/** Where the figures of a report are others now, side by side. */
export async function AsNow({ viewer, code, then }: AsNowProps) {
  const asNow = await reportAsNow(viewer, code);
  if (!asNow) return null;
  const { now, changed } = asNow;
  const moment = describeInstant(Date.parse(now.asOf), now.timeZone);
  return (
    <section className={style.section} aria-labelledby="since">
      <h2 id="since">
        {changed.length === 0
          ? 'Every figure is as it was'
          : `${formatCounted(changed.length, 'panel')} of ${now.panels.length} with other figures now`}
      </h2>
      <p className="quiet">
        As it was: {formatCount(then.shown.count)} of {formatCounted(then.shown.of, 'incident')},{' '}
        {then.periodWords}. Now, by the data of {moment}: {formatCount(now.shown.count)} of{' '}
        {formatCounted(now.shown.of, 'incident')}, {now.periodWords}.
        {now.scope?.teams ? ` Both are of the teams that it was made with: ${scopeWords(now.scope)}.` : null}
      </p>
      {changed.map((panel) => (
        <Changes key={panel.id} panel={panel} />
      ))}
    </section>
  );
}

const MOST_SHOWN = 30;
/** The keyboard has to reach what scrolls. */
const SCROLLS = { tabIndex: 0 } as const;

function Changes({ panel: { id, name, changed, added, gone } }: { panel: ChangedPanel }) {
  return (
    <section className={style.scroll} aria-labelledby={`changed-${id}`} {...SCROLLS}>
      <h3 id={`changed-${id}`}>{name}</h3>
      {changed.length > 0 ? (
        <table className={table.table} aria-labelledby={`changed-${id}`}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Figure</th>
              <th scope="col" className={table.figure}>
                As it was
              </th>
              <th scope="col" className={table.figure}>
                Now
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.slice(0, MOST_SHOWN).map(({ row, column, before, after }) => {
              const side = isFigure(column) ? table.figure : table.wrapped;
              return (
                <tr key={`${row} ${column.id}`}>
                  <th scope="row" className={table.wrapped}>
                    {row}
                  </th>
                  <td>{column.label}</td>
                  <td className={side}>{cellWords(before, column)}</td>
                  <td className={side}>{cellWords(after, column)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
      {changed.length > MOST_SHOWN ? (
        <p className="note">
          The first {MOST_SHOWN} of {formatCount(changed.length)} changed figures.
        </p>
      ) : null}
      {added.length > 0 ? <p className="note">New rows: {shorten(added)}.</p> : null}
      {gone.length > 0 ? <p className="note">Rows that are no more: {shorten(gone)}.</p> : null}
    </section>
  );
}

const MOST_NAMED = 8;

function shorten(rows: readonly string[]): string {
  const more = rows.length - MOST_NAMED;
  return rows.slice(0, MOST_NAMED).join('; ') + (more > 0 ? `; and ${formatCount(more)} more` : '');
}
