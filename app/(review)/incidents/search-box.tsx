import Form from 'next/form';
import { controlClass } from '@/app/_ui/form/button.tsx';
import { LONGEST_SEARCH } from '@/lib/search/search-words.ts';
import style from './search-box.module.css';

interface SearchBoxProps {
  text: string;
  /** What of the address stays: filters and order, as pairs. */
  kept: readonly (readonly [name: string, value: string])[];
}

/** Looks for words in what the filters leave. */
export function SearchBox({ text, kept }: SearchBoxProps) {
  return (
    <Form action="/incidents" className={style.form} role="search" scroll={false}>
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <input
        key={text}
        type="search"
        name="q"
        defaultValue={text}
        maxLength={LONGEST_SEARCH}
        placeholder="Search words, number or id"
        aria-label="Search the incidents"
        aria-describedby="search-tips"
        aria-keyshortcuts="/"
        className={`${controlClass()} ${style.input}`}
      />
      <button type="submit" className={controlClass()}>
        Search
      </button>
      <span id="search-tips" className={`note ${style.tips}`}>
        All words must occur, in any form. “as written”, -without, begin*.
      </span>
    </Form>
  );
}
