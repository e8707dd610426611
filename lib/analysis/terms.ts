import type { Term } from '../filters/vocabulary.ts';

/** The term of a stored code. A code that the vocabulary does not have is a defect and throws. */
export function termOf(terms: readonly Term[], code: number): Term {
  const term = terms.find((candidate) => candidate.code === code);
  if (!term) throw new RangeError(`code ${code} is not among ${terms.map(({ id }) => id).join(', ')}`);
  return term;
}

/** Order of names, the same on every machine. */
export function byName(one: string, other: string): number {
  return NAMES.compare(one, other);
}

/** Made once: a comparison that makes its own takes a hundred times as long. */
const NAMES = new Intl.Collator('en');
