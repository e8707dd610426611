'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { formatCount, formatCounted } from '@/lib/charts/format.ts';
import { Button, controlClass } from '../form/button.tsx';
import bar from './bar.module.css';
import { countChosen, type FilterChoices, matching, queryOf, type Verb } from './filter-choices.ts';
import style from './filter-menu.module.css';

interface FilterFormProps {
  path: string;
  /** What of the address is no filter and stays, as a query. */
  kept: string;
  choices: FilterChoices;
  onChosen: () => void;
}

const SEARCHED_FROM = 8;

export function FilterForm({ path, kept, choices, onChosen }: FilterFormProps) {
  const router = useRouter();
  const [verb, setVerb] = useState<Verb>(choices.isNot.length > 0 ? 'is not' : 'is');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(choices.isNot.length > 0 ? choices.isNot : choices.is),
  );
  const [typed, setTyped] = useState('');
  const shown = matching(choices.options, typed);
  const left = countChosen(choices.options, verb, chosen);

  const apply = (event: FormEvent) => {
    event.preventDefault();
    onChosen();
    const query = [queryOf(choices, verb, chosen), kept].filter(Boolean).join('&');
    router.push(query ? `${path}?${query}` : path, { scroll: false });
  };
  const flip = (id: string) => setChosen(new Set(chosen.has(id) ? without(chosen, id) : [...chosen, id]));

  return (
    <form onSubmit={apply} aria-label={choices.label}>
      <div className={style.head}>
        <VerbSwitch verb={verb} onChange={setVerb} />
        {choices.options.length >= SEARCHED_FROM ? (
          <input
            className={controlClass()}
            placeholder={`Find in ${choices.label.toLowerCase()}`}
            aria-label={`Find in ${choices.label.toLowerCase()}`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        ) : (
          <span className={style.title}>{choices.label}</span>
        )}
      </div>
      <ul className={style.options}>
        {shown.map(({ id, label, count }) => (
          <li key={id}>
            <label className={`${style.option} ${count === 0 ? style.none : ''}`}>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => flip(id)} />
              <span>{label}</span>
              <span className={style.count}>{formatCount(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className={style.words}>No value has these letters.</p> : null}
      <div className={style.foot}>
        <Button kind="quiet" className={style.clear} onClick={() => setChosen(new Set())}>
          Clear
        </Button>
        <Button type="submit" kind="primary">
          {choices.isOneEach ? `Show ${formatCounted(left, 'incident')}` : 'Show incidents'}
        </Button>
      </div>
    </form>
  );
}

function VerbSwitch({ verb, onChange }: { verb: Verb; onChange: (verb: Verb) => void }) {
  return (
    <span className={bar.segments}>
      {(['is', 'is not'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={verb === each} onClick={() => onChange(each)}>
          {each}
        </button>
      ))}
    </span>
  );
}

function without(chosen: ReadonlySet<string>, id: string): string[] {
  return [...chosen].filter((each) => each !== id);
}
