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
  /** "2 kept patterns (Wrong bills and Late bills)" */
  words: string;
  /** What they do when the value is merged into another: "show the other value from then on". */
  whenMerged: string;
}

/** What names a value, kind by kind, in words. */
export function describePointers(rows: readonly { kind: PointerKind; name: string | null }[]): Pointers[] {
  return POINTER_KINDS.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) return [];
    const names = own.flatMap(({ name }) => name ?? []);
    const shown = names.length > MOST ? [...names.slice(0, MOST), `${names.length - MOST} more`] : names;
    const { noun, nouns, one, many } = WORDS[kind];
    const counted = formatCounted(own.length, noun, nouns);
    return [
      {
        words: shown.length > 0 ? `${counted} (${formatList(shown)})` : counted,
        whenMerged: own.length === 1 ? one : many,
      },
    ];
  });
}

const MOST = 5;
const SHOW = { one: 'shows the other value from then on', many: 'show the other value from then on' };

interface PointerWords {
  noun: string;
  nouns?: string;
  /** What one of them does when the value is merged, and what several do. */
  one: string;
  many: string;
}

const WORDS: Readonly<Record<PointerKind, PointerWords>> = {
  kept_pattern: { noun: 'kept pattern', ...SHOW },
  action: { noun: 'action', ...SHOW },
  saved_view: { noun: 'saved view', ...SHOW },
  rebase: {
    noun: 'chart with limits that begin anew',
    nouns: 'charts with limits that begin anew',
    one: 'has them as a whole again, since the series is another',
    many: 'have them as a whole again, since the series are others',
  },
  signal_review: {
    noun: 'signal that was acknowledged or muted',
    nouns: 'signals that were acknowledged or muted',
    one: 'is not carried over to the other value',
    many: 'are not carried over to the other value',
  },
  training: {
    noun: 'training module',
    one: 'trains the other technique from then on',
    many: 'train the other technique from then on',
  },
  scenario: { noun: 'scenario', one: 'goes on naming this one', many: 'go on naming this one' },
  fishbone_entry: {
    noun: 'fishbone entry',
    nouns: 'fishbone entries',
    one: 'is shown no more, since it speaks of this cause',
    many: 'are shown no more, since they speak of this cause',
  },
  contact_day: {
    noun: 'day of contacts',
    nouns: 'days of contacts',
    one: 'is added to those of the other channel',
    many: 'are added to those of the other channel',
  },
  mapping: {
    noun: 'import mapping',
    one: 'goes on, and what it brings counts as the other value',
    many: 'go on, and what they bring counts as the other value',
  },
};
