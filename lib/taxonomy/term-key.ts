import { EDITABLE_SETS, type EditableSet } from './editable-sets.ts';

/** A value of any vocabulary by one text: "trigger:billing_error". */
export function toTermKey(set: EditableSet, id: string): string {
  return `${set}:${id}`;
}

/** The vocabulary of this name; null where there is none. */
export function toEditableSet(text: string): EditableSet | null {
  return EDITABLE_SETS.find((set) => set === text) ?? null;
}

const LONGEST = 50;

/**
 * The id of a new value from its label, unlike those that are taken: letters, digits and underscores, as addresses carry
 * it. It stays when the label is changed.
 */
export function toTermId(label: string, taken: ReadonlySet<string>): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST)
    .replace(/^_|_$/g, '');
  const first = slug || 'value';
  let id = first;
  for (let next = 2; taken.has(id) || RESERVED.has(id); next += 1) id = `${first}_${next}`;
  return id;
}

/** Ids that stand for what is not known in some vocabulary. */
const RESERVED: ReadonlySet<string> = new Set(['unknown', 'unclassified']);
