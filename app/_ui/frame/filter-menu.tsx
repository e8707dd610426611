'use client';

import { useState } from 'react';
import { DIMENSIONS, type DimensionId } from '@/lib/filters/dimensions.ts';
import style from './filter-menu.module.css';
import { FilterValues } from './filter-values.tsx';

interface FilterMenuProps {
  /** The path of the page that is filtered, and its query now. */
  path: string;
  query: string;
  /** What of the address is no filter and stays, as a query. */
  kept: string;
  /** The dimension whose values are shown first; without one, a list of dimensions. */
  dimension: DimensionId | null;
  onChosen: () => void;
}

/** First what to filter by, then its values. */
export default function FilterMenu({ path, query, kept, dimension, onChosen }: FilterMenuProps) {
  const [chosen, setChosen] = useState(dimension);
  return (
    <div className={style.menu}>
      {chosen ? (
        <FilterValues path={path} query={query} kept={kept} dimension={chosen} onChosen={onChosen} />
      ) : (
        <ul className={style.dimensions} aria-label="Filter by">
          {DIMENSIONS.map(({ id, label }) => (
            <li key={id}>
              <button type="button" className={style.dimension} onClick={() => setChosen(id)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
