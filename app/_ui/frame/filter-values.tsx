'use client';

import { useEffect, useState } from 'react';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import { Button } from '../form/button.tsx';
import type { FilterChoices } from './filter-choices.ts';
import { FilterForm } from './filter-form.tsx';
import style from './filter-menu.module.css';

interface FilterValuesProps {
  path: string;
  query: string;
  /** What of the address is no filter and stays, as a query. */
  kept: string;
  dimension: DimensionId;
  onChosen: () => void;
}

/** The values of a dimension; a retry begins anew. */
export function FilterValues(props: FilterValuesProps) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function Attempt({
  path,
  query,
  kept,
  dimension,
  onChosen,
  onRetry,
}: FilterValuesProps & { onRetry: () => void }) {
  const choices = useChoices(dimension, [query, searchIn(kept)].filter(Boolean).join('&'));
  if (choices === 'failed') {
    return (
      <div className={style.words} role="alert">
        <p>The values could not be counted. Your filters are kept.</p>
        <Button onClick={onRetry}>Try again</Button>
      </div>
    );
  }
  if (choices === 'waiting') {
    return (
      <p className={style.words} role="status">
        Counting…
      </p>
    );
  }
  return <FilterForm path={path} kept={kept} choices={choices} onChosen={onChosen} />;
}

/** What is looked for among the incidents, as a query: the counts are of what was found, then. */
function searchIn(kept: string): string {
  const words = new URLSearchParams(kept).get('q');
  return words === null ? '' : new URLSearchParams({ q: words }).toString();
}

/** Asks for the values, with their counts under the other filters. */
function useChoices(dimension: DimensionId, query: string): FilterChoices | 'waiting' | 'failed' {
  const [choices, setChoices] = useState<FilterChoices | 'waiting' | 'failed'>('waiting');
  useEffect(() => {
    const leaving = new AbortController();
    fetch(`/api/filters/${dimension}?${query}`, { signal: leaving.signal })
      .then(async (answer) => setChoices(answer.ok ? await answer.json() : 'failed'))
      .catch(() => {
        if (!leaving.signal.aborted) setChoices('failed');
      });
    return () => leaving.abort();
  }, [dimension, query]);
  return choices;
}
