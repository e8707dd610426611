'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import { Popup } from './popup.tsx';

const FilterMenu = lazy(() => import('./filter-menu.tsx'));

interface FilterPickerProps {
  name: string;
  path: string;
  query: string;
  /** What of the address is no filter and stays, as a query. */
  kept: string;
  dimension?: DimensionId;
  className?: string;
  children: ReactNode;
}

/** A button that opens the values of a dimension, or the dimensions first. */
export function FilterPicker({ name, path, query, kept, dimension, className, children }: FilterPickerProps) {
  return (
    <Popup
      name={name}
      button={{ className }}
      content={(close) => (
        <Suspense>
          <FilterMenu path={path} query={query} kept={kept} dimension={dimension ?? null} onChosen={close} />
        </Suspense>
      )}
    >
      {children}
    </Popup>
  );
}
