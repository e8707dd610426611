import { formatCounted, formatList } from '../charts/format.ts';

/** What can name a value of a vocabulary. */
export const POINTER_KINDS = [
  'kept_pattern',
  'action',
  'saved_view',
  'rebase',
  'signal_review',
  'training',
  'scenario',
  'fishbone_entry',
  'contact_day',
  'mapping',
] as const;
export type PointerKind = (typeof POINTER_KINDS)[number];

/** All of one kind that name a value. */
export interface Pointers {
  /** "2 kept patterns: Wrong bills and Late bills" */
  words: string;
  /** What becomes of them when the value is merged into another. */
  whenMerged: string;
}

/** What names a value, kind by kind, in words. */
export function describePointers(rows: readonly { kind: PointerKind; name: string | null }[]): Pointers[] {
  return POINTER_KINDS.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) return [];
    const names = own.flatMap(({ name }) => name ?? []);
    const shown = names.length > MOST ? [...names.slice(0, MOST), `${names.length - MOST} more`] : names;
    const { noun, nouns, whenMerged } = WORDS[kind];
    const counted = formatCounted(own.length, noun, nouns);
    return [{ words: shown.length > 0 ? `${counted}: ${formatList(shown)}` : counted, whenMerged }];
  });
}

const MOST = 5;
const FOLLOW = 'they show the other value from then on';

const WORDS: Readonly<Record<PointerKind, { noun: string; nouns?: string; whenMerged: string }>> = {
  kept_pattern: { noun: 'kept pattern', whenMerged: FOLLOW },
  action: { noun: 'action', whenMerged: FOLLOW },
  saved_view: { noun: 'saved view', whenMerged: FOLLOW },
  rebase: {
    noun: 'chart with limits that begin anew',
    nouns: 'charts with limits that begin anew',
    whenMerged: 'they begin anew there no more, since the series is another',
  },
  signal_review: {
    noun: 'signal that was acknowledged or muted',
    nouns: 'signals that were acknowledged or muted',
    whenMerged: 'what was said is not carried over to the other value',
  },
  training: { noun: 'training module', whenMerged: 'they train the other technique from then on' },
  scenario: { noun: 'scenario', whenMerged: 'they go on naming this one' },
  fishbone_entry: {
    noun: 'fishbone entry',
    nouns: 'fishbone entries',
    whenMerged: 'what they say of this cause is shown no more',
  },
  contact_day: {
    noun: 'day of contacts',
    nouns: 'days of contacts',
    whenMerged: 'they are added to those of the other channel',
  },
  mapping: { noun: 'import mapping', whenMerged: 'what they bring counts as the other value' },
};
