import type { ReactNode } from 'react';
import type { Viewer } from '@/lib/access.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { ListState } from '@/lib/filters/list-state.ts';
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
      {open ? <Sheet open={open} viewer={viewer} filters={filters} list={list} /> : null}
    </div>
  );
}
