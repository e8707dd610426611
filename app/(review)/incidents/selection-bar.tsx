'use client';

import { Button, controlClass } from '@/app/_ui/form/button.tsx';
import { formatCount, formatCounted } from '@/lib/charts/format.ts';
import { toListParams } from '@/lib/filters/list-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import style from './selection-bar.module.css';
import type { TableModel } from './table-model.ts';
import type { Selection, TableRow } from './use-incident-table.ts';

interface SelectionBarProps {
  model: TableModel;
  rows: readonly TableRow[];
  selection: Selection;
}

/** How many incidents are selected, how to select more at once, and the way to take them out. */
export function SelectionBar({ model, rows, selection }: SelectionBarProps) {
  const { isAll, numbers } = selection;
  const isThere = isAll || numbers.length > 0;
  return (
    <section className={isThere ? style.bar : 'unseen'} aria-label="Selection">
      <p role="status" className={style.words}>
        {isThere ? describe(model, selection) : 'Nothing selected'}
      </p>
      {isThere ? (
        <>
          {isAll ? null : <More model={model} rows={rows} selection={selection} />}
          {isAll ? <TakeAll model={model} /> : <TakeSelected model={model} numbers={numbers} />}
          <Button kind="quiet" onClick={selection.clear}>
            Clear <kbd>Esc</kbd>
          </Button>
        </>
      ) : null}
    </section>
  );
}

function describe({ count }: TableModel, { isAll, numbers }: Selection): string {
  if (!isAll) return `${formatCounted(numbers.length, 'incident')} selected`;
  return count === null
    ? 'All incidents of the list selected'
    : `All ${formatCounted(count, 'incident')} of the list selected`;
}

function More({ model: { count }, rows, selection }: SelectionBarProps) {
  const isPage = rows.every((row) => selection.has(row));
  return (
    <>
      {isPage ? null : (
        <Button onClick={selection.togglePage}>All {formatCount(rows.length)} on this page</Button>
      )}
      {count !== null && count <= rows.length ? null : (
        <Button onClick={selection.selectAll}>
          All {count === null ? '' : `${formatCount(count)} `}of the list
        </Button>
      )}
    </>
  );
}

const FORMATS = ['csv', 'ndjson'] as const;

/** The selected ones are sent along, since no address could hold them all. */
function TakeSelected({ model, numbers }: { model: TableModel; numbers: readonly number[] }) {
  return (
    <form method="post" action="/api/incidents/export" className={style.files}>
      <input type="hidden" name="numbers" value={numbers.join(',')} />
      <input type="hidden" name="from" value={addressOf(model)} />
      {FORMATS.map((format) => (
        <button key={format} type="submit" name="format" value={format} className={controlClass()}>
          {format.toUpperCase()}
          <span className="unseen"> of the selected incidents</span>
        </button>
      ))}
    </form>
  );
}

function TakeAll({ model }: { model: TableModel }) {
  return (
    <span className={style.files}>
      {FORMATS.map((format) => (
        <a
          key={format}
          className={controlClass()}
          href={toHref('/api/incidents/export', addressOf(model), `format=${format}`)}
        >
          {format.toUpperCase()}
          <span className="unseen"> of all incidents of the list</span>
        </a>
      ))}
    </span>
  );
}

/** The filters and the search, whatever the order and the page. */
function addressOf({ query, list: { search } }: TableModel): string {
  const found = toListParams({ sort: 'occurred', descending: true, place: 'first', search });
  return toHref('', query, found).replace('?', '');
}
