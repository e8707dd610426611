import type { ReactNode } from 'react';
import type { Viewer } from '@/lib/access.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { type ListState, toListParams } from '@/lib/filters/list-state.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { MissingSheet } from './missing-sheet.tsx';
import style from './sheet.module.css';
import { type OpenIncident, Sheet } from './sheet.tsx';

interface WithSheetProps {
  open: OpenIncident | null;
  viewer: Viewer;
  filters: Filters;
  list: ListState;
  /** The list. */
  children: ReactNode;
}

/** A list with the incident beside it that is open; the list stays as it is when that comes and goes. */
export function WithSheet({ open, viewer, filters, list, children }: WithSheetProps) {
  return (
    <div className={open ? style.duo : undefined}>
      <div className={open ? style.list : undefined}>{children}</div>
      {open ? <Beside open={open} viewer={viewer} filters={filters} list={list} /> : null}
    </div>
  );
}

type BesideProps = Omit<WithSheetProps, 'children'> & { open: OpenIncident };

function Beside({ open, viewer, filters, list }: BesideProps) {
  const query = toHref('', toSearchParams(filters), toListParams(list)).replace('?', '');
  if (!open.found) {
    return <MissingSheet name={nameIncident(open.number)} back={toHref('/incidents', query)} />;
  }
  return <Sheet open={open.found} viewer={viewer} list={query} />;
}
