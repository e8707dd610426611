import Link from 'next/link';
import type { ReactNode } from 'react';
import { DIMENSIONS } from '@/lib/filters/dimensions.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { ButtonLink, controlClass } from '../form/button.tsx';
import style from './bar.module.css';
import { FilterPicker } from './filter-picker.tsx';

interface FilterRowProps {
  chips: FrameModel['chips'];
  path: string;
  query: string;
  /** What of the address is no filter and stays, as a query. */
  kept: string;
  /** The address without any filter; the period stays. */
  clearHref: string;
  /** What stands before the filters. */
  children?: ReactNode;
}

/** What the incidents are restricted to, one pill for each dimension and verb. */
export function FilterRow({ chips, path, query, kept, clearHref, children }: FilterRowProps) {
  return (
    <section className={style.filters} aria-label="Filters">
      {children}
      {chips.map((chip) => (
        <Pill key={chip.key} chip={chip} path={path} query={query} kept={kept} />
      ))}
      <FilterPicker
        name="Add a filter"
        path={path}
        query={query}
        kept={kept}
        className={controlClass('quiet', chips.length === 0 && !children ? style.first : '')}
      >
        Add filter
      </FilterPicker>
      {chips.length > 0 ? (
        <ButtonLink kind="quiet" href={clearHref} scroll={false} prefetch={false}>
          Clear all
        </ButtonLink>
      ) : null}
    </section>
  );
}

type Chip = FrameModel['chips'][number];

type PillProps = Pick<FilterRowProps, 'path' | 'query' | 'kept'> & { chip: Chip };

function Pill({ chip, path, query, kept }: PillProps) {
  const words = `${chip.label} ${chip.verb} ${chip.values}`;
  const dimension = DIMENSIONS.find(({ id }) => chip.key === id || chip.key === `${id}.not`)?.id;
  const text = (
    <>
      <span className="quiet">
        {chip.label} {chip.verb}
      </span>{' '}
      <b>{chip.values}</b>
    </>
  );
  return (
    <span className={`${style.pill} ${chip.verb === 'is not' ? style.excluding : ''}`} title={words}>
      {dimension ? (
        <FilterPicker
          name={`Change the filter ${words}`}
          path={path}
          query={query}
          kept={kept}
          dimension={dimension}
          className={style.pillText}
        >
          {text}
        </FilterPicker>
      ) : (
        <span className={style.pillText}>{text}</span>
      )}
      <Link
        className={style.drop}
        href={toHref(path, chip.withoutIt, kept)}
        aria-label={`Remove filter ${words}`}
        scroll={false}
        prefetch={false}
      >
        <svg viewBox="0 0 8 8" aria-hidden="true">
          <path d="M.5.5l7 7m0-7l-7 7" />
        </svg>
      </Link>
    </span>
  );
}
