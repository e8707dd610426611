import type { SearchParams } from '../filters/search-params.ts';

/** What is looked for among lessons, or among scenario cards. */
export interface LessonSearch {
  /** Words as they were written into the box. */
  words: string;
  /** The id of a technique; null for any. */
  technique: string | null;
}

const LONGEST = 200;

/** Reads `search` and `technique` out of an address; never throws. */
export function readLessonSearch(params: SearchParams): LessonSearch {
  const given = (name: string) => {
    const value = params instanceof URLSearchParams ? params.get(name) : params[name];
    return (typeof value === 'string' ? value : '').trim().slice(0, LONGEST);
  };
  return { words: given('search'), technique: given('technique') || null };
}
