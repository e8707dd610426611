import type { EditableSet } from './editable-sets.ts';
import { SET_WORDS } from './set-words.ts';

/** What can be done to a value of a vocabulary. */
export const TAXONOMY_CHANGES = [
  'added',
  'changed',
  'renamed',
  'moved',
  'ranked',
  'merged',
  'separated',
  'retired',
  'restored',
] as const;
export type TaxonomyChange = (typeof TAXONOMY_CHANGES)[number];

/** One change of a vocabulary, with the words of then. */
export interface ChangedTerm {
  change: TaxonomyChange;
  set: EditableSet;
  label: string;
  before: string | null;
  after: string | null;
}

/** A change as a sentence without its full stop: "Trigger “Outage” merged into “Technical issue”". */
export function describeTaxonomyChange({ change, set, label, before, after }: ChangedTerm): string {
  const what = `${SET_WORDS[set].title} ${quoted(label)}`;
  switch (change) {
    case 'added':
      return `${what} added`;
    case 'changed':
      return `${what} described anew`;
    case 'renamed':
      return `${SET_WORDS[set].title} ${quoted(before ?? label)} renamed ${quoted(after ?? label)}`;
    case 'moved':
      return `${what} moved in the list`;
    case 'ranked':
      return `${what} moved from rank ${before} to ${after}`;
    case 'merged':
      return `${what} merged into ${quoted(after ?? '')}`;
    case 'separated':
      return `${what} separated from ${quoted(before ?? '')}`;
    case 'retired':
      return `${what} retired`;
    case 'restored':
      return `${what} brought back`;
  }
}

/** Whether what was counted before and after a change cannot be compared where the value is concerned. */
export function breaksSeries(change: TaxonomyChange): boolean {
  return BREAKING.includes(change);
}

/** Whether a change counts all of the past anew; the others hold for what comes in from then on. */
export function recountsPast(change: TaxonomyChange): boolean {
  return RECOUNTING.includes(change);
}

const RECOUNTING: readonly TaxonomyChange[] = ['ranked', 'merged', 'separated'];
const BREAKING: readonly TaxonomyChange[] = [...RECOUNTING, 'retired', 'restored'];

const quoted = (words: string) => `“${words}”`;
